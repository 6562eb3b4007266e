import type { SnapshotHeader, SnapshotReader } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import type { EvaluationOptions, EvaluationSink } from './evaluate-all.ts';
import type { EvaluationWorld } from './evaluate.ts';
import { ListingIndex } from './listing-index.ts';
import { RelationIndex } from './relation-index.ts';
import type { AnyRelation } from './relation.ts';
import { Targets } from './targets.ts';
import { nextTurn } from './turn.ts';

/** Whether rules ask for relations, so that a snapshot must be read to its end before it is evaluated. */
export function needRelations(rules: readonly Rule[]): boolean {
  return rules.some(({ needs }) => Object.keys(needs).length > 0);
}

/** What rules are told beside their resource, as far as a header tells it: nothing is indexed yet. */
export function worldOf(header: SnapshotHeader, options: EvaluationOptions): EvaluationWorld {
  const needed = options.rules.flatMap(({ needs }) => (Object.values(needs) as AnyRelation[]).flatMap(withThoseBefore));
  const relations = new Map<object, RelationIndex>();
  for (const [type, toType] of Map.groupBy(needed, ({ to }) => to)) {
    const targets = new Targets(
      type,
      toType.some(({ keys }) => keys === null),
    );
    for (const relation of toType)
      if (!relations.has(relation.index)) relations.set(relation.index, new RelationIndex(relation, targets));
  }
  return {
    account: { id: header.account, partition: header.partition, regions: header.regions },
    now: new Date(header.collectedAt),
    listings: new ListingIndex(header.regions),
    relations,
    parameters: options.parameters ?? {},
  };
}

/** Reads a snapshot to its end and indexes what the rules' relations need. */
export async function firstPass(
  { header, records }: SnapshotReader,
  options: EvaluationOptions,
  sink: Pick<EvaluationSink, 'problem' | 'batchDone'>,
): Promise<EvaluationWorld> {
  const world = worldOf(header, options);
  const byTarget = Map.groupBy(world.relations.values(), ({ to }): string => to);
  for await (const batch of records) {
    for (const record of batch)
      if (record.kind === 'resource') {
        for (const index of byTarget.get(record.resource.type) ?? []) index.add(record.resource);
        nextTurn();
      } else world.listings.take(record, sink);
    await sink.batchDone?.();
  }
  return world;
}

/** A relation, and those that lead to its sources. */
function withThoseBefore(relation: AnyRelation): readonly AnyRelation[] {
  return relation.via ? [...withThoseBefore(relation.via), relation] : [relation];
}
