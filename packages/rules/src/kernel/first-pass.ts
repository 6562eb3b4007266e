import type { SnapshotHeader, SnapshotReader } from '@plumbline/model';
import type { EvaluationOptions, EvaluationSink } from './evaluate-all.ts';
import type { EvaluationWorld } from './evaluate.ts';
import { ListingIndex, RelationIndex } from './relation-index.ts';
import type { AnyRelation } from './relation.ts';

/** Reads a snapshot to its end and indexes what the rules' relations need. */
export async function firstPass(
  reader: SnapshotReader,
  options: EvaluationOptions,
  sink: Pick<EvaluationSink, 'problem' | 'batchDone'>,
): Promise<{ readonly header: SnapshotHeader; readonly world: EvaluationWorld }> {
  const { header, records } = reader;
  const listings = new ListingIndex(header.regions);
  const relations = new Map<object, RelationIndex>();
  const byTarget = new Map<string, RelationIndex[]>();
  for (const rule of options.rules)
    for (const relation of (Object.values(rule.needs) as AnyRelation[]).flatMap(withThoseBefore))
      if (!relations.has(relation.index)) {
        const index = new RelationIndex(relation);
        relations.set(relation.index, index);
        byTarget.set(relation.to, [...(byTarget.get(relation.to) ?? []), index]);
      }
  for await (const batch of records) {
    for (const record of batch) {
      if (record.kind === 'resource')
        for (const index of byTarget.get(record.resource.type) ?? []) index.add(record.resource);
      else if (record.kind === 'listing') listings.add(record.listing);
      else {
        sink.problem(record.problem);
        listings.doubt(record.problem);
      }
    }
    await sink.batchDone?.(1);
  }
  const world: EvaluationWorld = {
    account: { id: header.account, partition: header.partition, regions: header.regions },
    now: new Date(header.collectedAt),
    listings,
    relations,
    parameters: options.parameters ?? {},
  };
  return { header, world };
}

/** A relation, and those that lead to its sources. */
function withThoseBefore(relation: AnyRelation): readonly AnyRelation[] {
  return relation.via ? [...withThoseBefore(relation.via), relation] : [relation];
}
