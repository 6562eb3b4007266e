import { sql, type Transaction } from 'kysely';
import type { ScanFailure, ScanProgress, ScanStatus } from '../store/scan-tables.ts';
import type { Tables } from '../store/tables.ts';
import { appendEvents } from './append-events.ts';
import { log, type NewScanEvent } from './event-payload.ts';
import { scanProgress } from './progress.ts';
import { storableJson } from './storable.ts';

export interface ScanPart {
  readonly scanId: string;
  readonly accountId: string;
}

export type EndStatus = Exclude<ScanStatus, 'QUEUED' | 'RUNNING'>;

/**
 * Locks a scan's row. Whatever changes a scan or its parts takes this lock first, so that they cannot wait for each other in a circle.
 * @returns `null` when there is no such scan
 */
export async function lockScan(trx: Transaction<Tables>, scanId: string) {
  const scan = await trx
    .selectFrom('scan')
    .select(['status', 'scope', 'cancel_requested_at'])
    .where('id', '=', scanId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return scan ?? null;
}

/** Ends a scan's part for one account, and the scan with it when that was the last. What has ended stays as it is. */
export async function endPart(
  trx: Transaction<Tables>,
  { scanId, accountId }: ScanPart,
  end: { readonly status: EndStatus; readonly failure?: ScanFailure; readonly events?: readonly NewScanEvent[] },
): Promise<void> {
  await dropStage(trx, { scanId, accountId });
  if (!(await lockScan(trx, scanId))) return;
  const part = await trx
    .selectFrom('scan_account')
    .select('progress')
    .where('scan_id', '=', scanId)
    .where('account_id', '=', accountId)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .executeTakeFirst();
  if (part) {
    await trx
      .updateTable('scan_account')
      .set({
        status: end.status,
        failure: end.failure ? storableJson(end.failure) : null,
        progress: storableJson(endedProgress(part.progress, end.status)),
        finished_at: sql<Date>`clock_timestamp()`,
      })
      .where('scan_id', '=', scanId)
      .where('account_id', '=', accountId)
      .execute();
    const failed = end.failure ? [log('ERROR', end.failure.message)] : [];
    await appendEvents(trx, scanId, [...(end.events ?? []), ...failed]);
  }
  await endScanIfDone(trx, scanId);
}

/** Ends a scan none of whose parts is still to come. The caller holds the scan's lock. */
export async function endScanIfDone(trx: Transaction<Tables>, scanId: string): Promise<void> {
  const parts = await trx
    .selectFrom('scan_account')
    .select(['status', 'failure', 'progress'])
    .where('scan_id', '=', scanId)
    .execute();
  const status = statusOf(parts.map((part) => part.status));
  if (!status) return;
  const failure = status === 'FAILED' ? parts.find((part) => part.failure)?.failure : null;
  const ended = await trx
    .updateTable('scan')
    .set({
      status,
      failure: failure ? storableJson(failure) : null,
      started_at: sql<Date>`coalesce(started_at, clock_timestamp())`,
      finished_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', scanId)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return;
  await appendEvents(trx, scanId, [
    { kind: 'progressed', payload: scanProgress(parts.map(({ progress }) => progress)) },
    { kind: 'finished', payload: { status } },
  ]);
}

/** How a scan ends whose parts ended so; `null` while one has not. A scan whose accounts were all removed is cancelled. */
export function statusOf(parts: readonly ScanStatus[]): EndStatus | null {
  const all = new Set(parts);
  if (all.has('QUEUED') || all.has('RUNNING')) return null;
  if (all.has('CANCELLED') || all.size === 0) return 'CANCELLED';
  const [only] = all;
  return all.size === 1 ? (only as EndStatus) : 'PARTIAL';
}

export async function dropStage(trx: Transaction<Tables>, { scanId, accountId }: ScanPart): Promise<void> {
  for (const table of ['stage_resource', 'stage_finding'] as const)
    await trx.deleteFrom(table).where('account_id', '=', accountId).where('scan_id', '=', scanId).execute();
}

function endedProgress(progress: ScanProgress, status: EndStatus): ScanProgress {
  const complete = status === 'SUCCEEDED' || status === 'PARTIAL';
  const reached = complete ? { percent: 100, done: progress.total } : {};
  return { ...progress, ...reached, phase: 'DONE', current: null };
}
