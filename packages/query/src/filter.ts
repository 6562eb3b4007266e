import type { Key } from './keys.ts';

/**
 * What must hold of a finding: that it has one of the values, or, negated, none of them. Without a key it is text that occurs
 * somewhere (one value).
 */
export interface Clause {
  readonly key: Key | null;
  readonly negated: boolean;
  /** Never empty, each once. Words, ages and days stand in one way of writing: `30d` never as `030D`. */
  readonly values: readonly string[];
}

/** Clauses that must all hold. What says the same is there once. */
export type Filter = readonly Clause[];
