import type { OutcomeStatus } from '@plumbline/rules';
import type { TagMatch } from '../../graphql/tag-match.ts';
import type { Moments } from '../../graphql/time-range.ts';
import type { Choice } from './choice.ts';
import type { FindingDelta } from './finding.enums.ts';

/** Which findings, in the store's terms. All of it must hold. */
export interface FindingCriteria {
  /** Keys in the store. */
  readonly account: Choice<string>;
  readonly region: Choice<string>;
  readonly service: Choice<string>;
  readonly 'resource-type': Choice<string>;
  readonly rule: Choice<string>;
  /** Ranks. */
  readonly severity: Choice<number>;
  readonly result: Choice<OutcomeStatus>;
  /**
   * Keys of the rules that come into question whatever `rule` says. Never without limit: findings of rules that are no longer
   * shipped stay in the store and are not shown.
   */
  readonly rules: readonly string[];
  /** What only the findings themselves can tell, not the counts of them. */
  readonly rows: readonly RowCondition[];
}

export type RowCondition = { readonly negated: boolean } & (
  | { readonly field: 'id'; readonly ids: readonly string[] }
  | { readonly field: 'resource'; readonly names: ResourceNames }
  | { readonly field: 'tag'; readonly tags: readonly TagMatch[] }
  | { readonly field: 'first-seen' | 'resolved'; readonly during: Moments }
  | { readonly field: 'delta'; readonly deltas: readonly FindingDelta[] }
  | DiffCondition
  | { readonly field: 'stale' }
  | TextCondition
);

export interface TextCondition {
  readonly field: 'text';
  readonly text: string;
  /** Keys of the rules that have the text in their title or key. */
  readonly rules: readonly string[];
}

/** What changed between the ends of two scans, by their keys. `from`: `null` for the scan before, of each account. */
export interface DiffCondition {
  readonly field: 'diff';
  readonly change: Exclude<FindingDelta, 'unchanged'>;
  readonly from: string | null;
  readonly to: string;
}

export interface ResourceNames {
  readonly ids: readonly string[];
  /** Names, or ids of the cloud; `*` stands for anything. */
  readonly patterns: readonly string[];
}
