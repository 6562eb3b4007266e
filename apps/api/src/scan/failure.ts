import { SourceError } from '@plumbline/collector';
import type { ScanFailure } from '../store/scan-tables.ts';

/** Ends the scan of an account: to try again would end the same way. */
export class ScanFailedError extends Error {
  override readonly name = 'ScanFailedError';
  readonly failure: ScanFailure;

  constructor(failure: Pick<ScanFailure, 'code' | 'message'> & Partial<ScanFailure>) {
    super(failure.message);
    this.failure = { hint: null, source: null, line: null, ...failure };
  }
}

/** What PostgreSQL calls a disk without room. */
const DISK_FULL = '53100';

/** What to tell of an error that somebody must put right; `null` for any other, after which a job is tried again. */
export function failureOf(error: unknown): ScanFailure | null {
  if (error instanceof ScanFailedError) return error.failure;
  if (error instanceof Error && 'code' in error && error.code === DISK_FULL)
    return {
      code: 'DISK_FULL',
      message: 'The disk of the database is full.',
      hint: 'Free some space where PLUMBLINE_DATA lies, or on the server of DATABASE_URL, and start the scan again.',
      source: null,
      line: null,
    };
  if (!(error instanceof SourceError)) return null;
  const { code, message, hint, source, line } = error;
  return { code, message, hint, source, line };
}
