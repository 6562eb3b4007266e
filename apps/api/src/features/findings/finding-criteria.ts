import type { OutcomeStatus } from '@plumbline/rules';

/** Which findings, in the store's terms; `null` is no limit. */
export interface FindingCriteria {
  readonly account: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly service: readonly string[] | null;
  readonly 'resource-type': readonly string[] | null;
  /** Keys. Never without limit: findings of rules that are no longer shipped stay in the store and are not shown. */
  readonly rule: readonly string[];
  /** Ranks. */
  readonly severity: readonly number[] | null;
  readonly result: readonly OutcomeStatus[] | null;
  readonly ids: readonly string[] | null;
  readonly resource: ResourceNames | null;
  /** Texts, all of which must occur. */
  readonly texts: readonly string[];
}

export interface ResourceNames {
  readonly ids: readonly string[];
  /** Ids of the cloud; `*` stands for anything. */
  readonly patterns: readonly string[];
}
