import type { ScanEventTable, ScanScope } from '../store/scan-tables.ts';
import type { Selectable } from 'kysely';

export type ScanEvent = Selectable<ScanEventTable>;

export interface ScanRequest {
  readonly accountIds: readonly string[];
  readonly scope: ScanScope;
  /** The same key within 24 hours gives the same scan back. */
  readonly idempotencyKey: string | null;
  /** What was asked for, in the caller's words: the same key with something else is refused. Accounts and scope when left out. */
  readonly asked?: unknown;
}

/** Starts scans as jobs and tells how they go. */
export interface ScanRunner {
  /**
   * Writes the scan (QUEUED) and a job for each account in one transaction, and answers its id without waiting.
   * @throws KeyReusedError
   */
  start(request: ScanRequest): Promise<string>;
  /** Asks a scan to stop. False when it had ended, or there is none. */
  cancel(scanId: string): Promise<boolean>;
  /** True when the scan has ended; false after `timeoutMs`, or as soon as `signal` says that nobody waits any longer. */
  finished(scanId: string, timeoutMs: number, signal?: AbortSignal): Promise<boolean>;
  /** Events after a sequence, those to come included; ends after `finished`. */
  events(scanId: string, after: number, signal?: AbortSignal): AsyncIterable<ScanEvent>;
  /** Lets running jobs reach a safe point and stops. */
  stop(): Promise<void>;
}
