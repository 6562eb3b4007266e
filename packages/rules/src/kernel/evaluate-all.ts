import type { Listing, RecordedResource, SnapshotHeader, SnapshotProblem, SnapshotReader } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { evaluator, type EvaluationWorld } from './evaluate.ts';
import { firstPass } from './first-pass.ts';
import type { Evaluated, Missing } from './outcome.ts';

export interface Evaluation {
  readonly rule: Rule;
  readonly outcome: Evaluated;
}

/** Takes what comes out. Calls come in the order of the snapshot; a returned promise is waited for before the next batch. */
export interface EvaluationSink {
  /** Each resource once, with the outcome of each rule for its type; none for a type that no rule knows. */
  evaluated(resource: RecordedResource, evaluations: readonly Evaluation[]): void;
  /** A type's listing in a region is not complete: for what it may have left out, each of these rules is unknown. */
  unlisted(gap: {
    readonly type: string;
    readonly region: string;
    readonly rules: readonly Rule[];
    readonly missing: Missing;
  }): void;
  problem(problem: SnapshotProblem): void;
  /** Called after each batch of either pass. */
  batchDone?(pass: 1 | 2): Promise<void> | void;
}

export interface EvaluationOptions {
  readonly rules: readonly Rule[];
  /** Only these regions; all when left out. `global` is always in. */
  readonly regions?: readonly string[] | undefined;
  readonly parameters?: EvaluationWorld['parameters'];
}

export interface EvaluationSummary {
  readonly header: SnapshotHeader;
  /** Types and regions that were listed completely: what of them was not seen is gone. */
  readonly completeListings: readonly Listing[];
}

/**
 * Evaluates a snapshot in two passes: the first reads it to its end and indexes what relations need, the second evaluates. So
 * nothing comes out of a snapshot that cannot be read whole.
 * @param open opens the snapshot anew; both times it must be the same.
 * @throws SnapshotError
 */
export async function evaluateAll(
  open: () => Promise<SnapshotReader>,
  options: EvaluationOptions,
  sink: EvaluationSink,
): Promise<EvaluationSummary> {
  const { header, world } = await firstPass(await open(), options, sink);
  const rulesOf = Map.groupBy(options.rules, (rule): string => rule.resource);
  const evaluatorsOf = new Map(
    [...rulesOf].map(([type, rules]) => [type, rules.map((rule) => ({ rule, evaluate: evaluator(rule, world) }))]),
  );
  const inScope = (region: string) => !options.regions || region === 'global' || options.regions.includes(region);
  for await (const batch of (await open()).records) {
    for (const record of batch) {
      if (record.kind !== 'resource' || !inScope(record.resource.region)) continue;
      const evaluators = evaluatorsOf.get(record.resource.type) ?? [];
      sink.evaluated(
        record.resource,
        evaluators.map(({ rule, evaluate }) => ({ rule, outcome: evaluate(record.resource) })),
      );
    }
    await sink.batchDone?.(2);
  }
  for (const [type, rules] of rulesOf)
    for (const region of world.listings.regionsOf(type).filter(inScope))
      for (const missing of world.listings.missingIn(type, region)) sink.unlisted({ type, region, rules, missing });
  return { header, completeListings: world.listings.complete() };
}
