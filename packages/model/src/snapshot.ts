import type { Absence } from './facet.ts';
import type { RecordedResource } from './resource.ts';

export const SNAPSHOT_FORMAT = 'plumbline-snapshot';
export const SNAPSHOT_VERSION = 1;

/** First line of a snapshot. */
export interface SnapshotHeader {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly version: typeof SNAPSHOT_VERSION;
  readonly provider: 'aws';
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  /** The cloud's own id: 12 digits. */
  readonly account: string;
  /** The regions that were read. */
  readonly regions: readonly string[];
  /** ISO 8601. It is `now` for every rule. */
  readonly collectedAt: string;
}

/** Whether all resources of a type in a region are in the snapshot. */
export interface Listing {
  readonly type: string;
  /** `global` for types that are listed once an account. */
  readonly region: string;
  readonly complete: boolean;
  /** Why it is not complete. */
  readonly notCollected?: Absence | undefined;
}

/** Something in a snapshot that could not be used; the rest could. */
export interface SnapshotProblem {
  /** Line in the source, from 1. */
  readonly line: number;
  readonly message: string;
  /** What may be missing from the snapshot because of it, so that its listings can no longer be taken as complete. */
  readonly doubts: 'nothing' | 'everything' | { readonly type: string; readonly region?: string | undefined };
}

export type SnapshotRecord =
  | {
      readonly kind: 'resource';
      readonly line: number;
      readonly resource: RecordedResource;
      /** The line as it was read; `null` where the snapshot is a single document. */
      readonly text: string | null;
    }
  | { readonly kind: 'listing'; readonly line: number; readonly listing: Listing }
  | { readonly kind: 'problem'; readonly problem: SnapshotProblem };

/** The snapshot cannot be read at all, or not to its end. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly code: SnapshotErrorCode;
  /** Line in the source, from 1; `null` where there are no lines to speak of. */
  readonly line: number | null;

  constructor(code: SnapshotErrorCode, message: string, line: number | null = null) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** `TOO_LARGE`: a line, or a document that is read whole, is over its limit. */
export type SnapshotErrorCode = 'NOT_A_SNAPSHOT' | 'WRONG_VERSION' | 'NOT_JSON' | 'TRUNCATED' | 'TOO_LARGE' | 'EMPTY';
