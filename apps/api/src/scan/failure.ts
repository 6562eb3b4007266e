import { SourceError } from '@plumbline/collector';
import type { ScanFailure } from '../store/tables.ts';

/** Ends the scan of an account: to try again would end the same way. */
export class ScanFailedError extends Error {
  override readonly name = 'ScanFailedError';
  readonly failure: ScanFailure;

  constructor(failure: Pick<ScanFailure, 'code' | 'message'> & Partial<ScanFailure>) {
    super(failure.message);
    this.failure = { hint: null, source: null, line: null, ...failure };
  }
}

/** What to tell of an error that is about the snapshot or the account; `null` for any other, after which a job is tried again. */
export function failureOf(error: unknown): ScanFailure | null {
  if (error instanceof ScanFailedError) return error.failure;
  if (!(error instanceof SourceError)) return null;
  const { code, message, hint, source, line } = error;
  return { code, message, hint, source, line };
}
