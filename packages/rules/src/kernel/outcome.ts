import type { Absence, NotCollected, NotCollectedReason } from '@plumbline/model';
import type { Related } from './relation.ts';
import type { Severity } from './severity.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** What a rule says of one resource. */
export type Outcome =
  | { readonly status: 'pass' }
  | {
      readonly status: 'fail';
      /** One line that says what is wrong with this very resource. */
      readonly message: string;
      /** Where the facts make it better or worse than the rule's own severity. */
      readonly severity?: { readonly is: Severity; readonly because: string } | undefined;
      readonly evidence: NonEmpty<Evidence>;
    }
  | { readonly status: 'not-applicable'; readonly because: string }
  | { readonly status: 'unknown'; readonly missing: NonEmpty<Missing> };

export type OutcomeStatus = Outcome['status'];

/** Points at a value that decided; the engine reads the value itself. */
export interface Evidence {
  /** RFC 6901 JSON Pointer into the resource's facets, for example `/publicAccessBlock/BlockPublicAcls`. */
  readonly pointer: string;
  /** What was expected there, in words: `is true`. */
  readonly expected: string;
  /** The related resource that the pointer goes into; the resource itself when left out. */
  readonly of?: Related | undefined;
  /** True for a value that is in order and told for the context. */
  readonly ok?: boolean | undefined;
}

/** A fact that was needed and could not be read. */
export interface Missing {
  /** A facet (`policy`), a facet of a related resource (`account.s3PublicAccessBlock`), or a listing (`AWS::EC2::Instance in eu-west-1`). */
  readonly fact: string;
  /** `RULE_FAULT`: the rule itself failed on this resource. */
  readonly reason: NotCollectedReason | 'RULE_FAULT';
  /** The IAM action that would have read it. */
  readonly action?: string | undefined;
  readonly message: string;
}

/** What a rule is handed in the place of a fact that it may read and that could not be read: `unknown(fact.notCollected)` tells it. */
export interface NotRead extends NotCollected {
  readonly notCollected: Absence & { readonly fact: string };
}

/** Evidence with the value that the engine found. */
export interface EvidenceItem {
  readonly pointer: string;
  readonly expected: string;
  /** What was there; `null` when there was nothing, and then `missing` is true. */
  readonly actual: unknown;
  readonly missing: boolean;
  readonly ok: boolean;
  /** Id of the related resource that the pointer goes into; `null`: the resource itself. */
  readonly of: string | null;
}

/** An outcome as the engine hands it on: evidence read, severity settled. */
export type Evaluated =
  | { readonly status: 'pass' }
  | {
      readonly status: 'fail';
      readonly message: string;
      readonly severity: Severity;
      readonly severityReason: string | null;
      readonly evidence: NonEmpty<EvidenceItem>;
    }
  | { readonly status: 'not-applicable'; readonly because: string }
  | { readonly status: 'unknown'; readonly missing: NonEmpty<Missing> };

export const pass = { status: 'pass' } as const;

export function notApplicable(because: string): Outcome {
  return { status: 'not-applicable', because };
}

export function unknown(...missing: NonEmpty<Missing>): Outcome {
  return { status: 'unknown', missing };
}

/** The list as one that is known not to be empty, or `null`. */
export function nonEmpty<T>(list: readonly T[]): NonEmpty<T> | null {
  return list.length === 0 ? null : (list as NonEmpty<T>);
}
