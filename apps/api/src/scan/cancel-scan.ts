import { sql, type Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { endPart, endScanIfDone, lockScan, type ScanPart } from './end-scan.ts';

export async function isCancelled(db: Kysely<Tables>, { scanId }: ScanPart): Promise<boolean> {
  const scan = await db.selectFrom('scan').select('cancel_requested_at').where('id', '=', scanId).executeTakeFirst();
  return Boolean(scan?.cancel_requested_at);
}

/**
 * Ends the parts of a scan that wait; those that run find out when they next report. Their jobs find their part ended and do nothing.
 * @returns false when the scan had ended, or there is none
 */
export async function cancelScan(db: Kysely<Tables>, scanId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const scan = await lockScan(trx, scanId);
    if (!scan || (scan.status !== 'QUEUED' && scan.status !== 'RUNNING')) return false;
    await trx
      .updateTable('scan')
      .set({ cancel_requested_at: sql<Date>`coalesce(cancel_requested_at, clock_timestamp())` })
      .where('id', '=', scanId)
      .execute();
    const waiting = await trx
      .selectFrom('scan_account')
      .select('account_id')
      .where('scan_id', '=', scanId)
      .where('status', '=', 'QUEUED')
      .execute();
    for (const { account_id } of waiting)
      await endPart(trx, { scanId, accountId: account_id }, { status: 'CANCELLED' });
    await endScanIfDone(trx, scanId);
    return true;
  });
}
