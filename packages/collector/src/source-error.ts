import { SnapshotError, type SnapshotErrorCode } from '@plumbline/model';

/**
 * `INVALID_NAME`: the reference is none, or leads where nothing may be read. `CHANGED`: it is not what it was when it was first
 * opened. `UNREADABLE`: it is there, but what is stored cannot be had.
 */
export type SourceErrorCode =
  SnapshotErrorCode | 'NOT_FOUND' | 'DENIED' | 'INVALID_NAME' | 'CHANGED' | 'UNREADABLE' | 'UNREACHABLE';

export interface SourceFault {
  readonly code: SourceErrorCode;
  /** What happened, to go on after the name of the source. */
  readonly what: string;
  /** What to do about it. */
  readonly hint: string;
}

/** A snapshot cannot be had, or not to its end. The message says all: `broken.ndjson line 1: this is not a Plumbline snapshot (…)`. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  /** The source as users name it. */
  readonly source: string;
  /** Line in the snapshot, from 1. */
  readonly line: number | null;
  readonly hint: string;

  constructor(source: string, { code, what, hint }: SourceFault, line: number | null = null) {
    super(`${source}${line === null ? '' : ` line ${line}`}: ${what}`);
    this.code = code;
    this.source = source;
    this.line = line;
    this.hint = hint;
  }
}

const AGAIN = 'The recording is damaged: copy it or record it again.';
const FORMAT =
  'A snapshot is NDJSON, gzipped or not, with a header such as {"format":"plumbline-snapshot","version":1,…}.';

const HINTS: Readonly<Record<SnapshotErrorCode, string>> = {
  NOT_A_SNAPSHOT: FORMAT,
  WRONG_VERSION: 'Record the account again, or use a Plumbline that reads this version.',
  NOT_JSON: AGAIN,
  TRUNCATED: 'It was not written or copied to its end: copy it or record it again.',
  TOO_LARGE: 'Write it as NDJSON, a line for each resource.',
  EMPTY: FORMAT,
};

/** Makes what was thrown while a snapshot was read into the one error that users of a source know. */
export function asSourceError(source: string, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof SnapshotError)
    return new SourceError(source, { code: error.code, what: error.message, hint: HINTS[error.code] }, error.line);
  const fault = new SourceError(source, {
    code: 'UNREADABLE',
    what: `it cannot be read (${errorCode(error) ?? 'unknown error'})`,
    hint: AGAIN,
  });
  fault.cause = error;
  return fault;
}

/** The code of an error of Node's: `ENOENT`, `Z_DATA_ERROR`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
