import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { appendEvents } from '../append-events.ts';
import { endPart, lockScan, type ScanPart } from '../end-scan.ts';
import { log } from '../event-payload.ts';
import { failureOf } from '../failure.ts';
import { StoppedError } from './stopped.ts';

/**
 * Waits for an attempt and writes down how it ended, unless it was by a merge, which does so itself.
 * @returns `again` when it was interrupted and is to be made again
 * @throws what is neither about the snapshot nor about the account
 */
export async function endAttempt(
  db: Kysely<Tables>,
  part: ScanPart,
  attempt: Promise<void>,
): Promise<'ended' | 'again'> {
  try {
    await attempt;
    return 'ended';
  } catch (error) {
    if (error instanceof StoppedError && error.why === 'interrupted') {
      await requeue(db, part);
      return 'again';
    }
    const failure = failureOf(error);
    if (failure) await db.transaction().execute((trx) => endPart(trx, part, { status: 'FAILED', failure }));
    else if (error instanceof StoppedError)
      await db.transaction().execute((trx) => endPart(trx, part, { status: 'CANCELLED' }));
    else throw error;
    return 'ended';
  }
}

async function requeue(db: Kysely<Tables>, { scanId, accountId }: ScanPart): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await lockScan(trx, scanId))) return;
    const { numUpdatedRows } = await trx
      .updateTable('scan_account')
      .set({ status: 'QUEUED' })
      .where('scan_id', '=', scanId)
      .where('account_id', '=', accountId)
      .where('status', '=', 'RUNNING')
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await appendEvents(trx, scanId, [log('WARN', 'Plumbline is stopping. The scan will start again.')]);
  });
}
