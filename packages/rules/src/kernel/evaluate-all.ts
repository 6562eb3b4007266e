import { SnapshotIds } from '@plumbline/model';
import type { Listing, RecordedResource, SnapshotHeader, SnapshotProblem, SnapshotReader } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { TypeEvaluator, type Evaluation, type EvaluationWorld } from './evaluate.ts';
import { firstPass, needRelations, worldOf } from './first-pass.ts';
import type { Missing } from './outcome.ts';

/** Takes what comes out. Calls come in the order of the snapshot; a returned promise is waited for before the next batch. */
export interface EvaluationSink {
  /** Each resource once, with the outcome of each rule for its type; none for a type that no rule knows. */
  /** @param text the resource's line in the snapshot, if it has one */
  evaluated(resource: RecordedResource, evaluations: readonly Evaluation[], text: string | null): void;
  /** A type's listing in a region is not complete: for what it may have left out, each of these rules is unknown. */
  unlisted(gap: {
    readonly type: string;
    readonly region: string;
    readonly rules: readonly Rule[];
    readonly missing: Missing;
  }): void;
  problem(problem: SnapshotProblem): void;
  /** Called after each batch of each pass. */
  batchDone?(): Promise<void> | void;
}

export interface EvaluationOptions {
  readonly rules: readonly Rule[];
  /** Only these regions; all when left out. `global` is always in. */
  readonly regions?: readonly string[] | undefined;
  readonly parameters?: EvaluationWorld['parameters'];
}

/** One reading of a snapshot: the `nth`, from 1, `of` so many. The last evaluates. */
export interface Pass {
  readonly nth: number;
  readonly of: number;
  /** To be read with, so that the ids of its resources are kept once. */
  readonly ids: SnapshotIds;
}

export interface EvaluationSummary {
  readonly header: SnapshotHeader;
  /** Types and regions that were listed completely: what of them was not seen is gone. */
  readonly completeListings: readonly Listing[];
}

/**
 * Evaluates a snapshot. Where rules need relations, in two passes: the first reads it to its end and indexes what relations need, the
 * second evaluates. Where none does, in one. What came out counts only when this has ended well: a snapshot that cannot be read to its
 * end is told by a throw.
 * @param open opens the snapshot anew for a pass; each time it must be the same.
 * @throws SnapshotError
 */
export async function evaluateAll(
  open: (pass: Pass) => Promise<SnapshotReader>,
  options: EvaluationOptions,
  sink: EvaluationSink,
): Promise<EvaluationSummary> {
  const indexed = needRelations(options.rules);
  const passes = indexed ? 2 : 1;
  const ids = new SnapshotIds();
  const first = await open({ nth: 1, of: passes, ids });
  const { header } = first;
  const world = indexed ? await firstPass(first, options, sink) : worldOf(header, options);
  const rulesOf = Map.groupBy(options.rules, (rule): string => rule.resource);
  const evaluators = new Map([...rulesOf].map(([type, rules]) => [type, new TypeEvaluator(type, rules, world)]));
  const inScope = (region: string) => !options.regions || region === 'global' || options.regions.includes(region);
  for await (const batch of (indexed ? await open({ nth: 2, of: passes, ids }) : first).records) {
    for (const record of batch) {
      if (record.kind !== 'resource') {
        if (!indexed) world.listings.take(record, sink);
        continue;
      }
      const { resource, text } = record;
      if (!inScope(resource.region)) continue;
      sink.evaluated(resource, evaluators.get(resource.type)?.evaluate(resource) ?? [], text);
    }
    await sink.batchDone?.();
  }
  for (const [type, rules] of rulesOf)
    for (const region of world.listings.regionsOf(type).filter(inScope))
      for (const missing of world.listings.missingIn(type, region)) sink.unlisted({ type, region, rules, missing });
  return { header, completeListings: world.listings.complete() };
}
