import { sql, type Kysely } from 'kysely';
import type { ScanProgress, ScanScope } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import { appendEvents } from '../append-events.ts';
import { dropStage, endScanIfDone, lockScan, type ScanPart } from '../end-scan.ts';
import { log } from '../event-payload.ts';
import { StoppedError } from './stopped.ts';

export interface Attempt {
  readonly scope: ScanScope;
  readonly account: {
    readonly provider: string;
    readonly externalId: string;
    readonly name: string;
    readonly source: string;
    readonly regions: readonly string[];
  };
  /** How far an earlier attempt came. */
  readonly reached: ScanProgress;
}

/**
 * Marks a part as running and clears what an earlier attempt left. The caller holds the account's lock.
 * @returns `null` when there is nothing to do: the part has ended, or was removed.
 * @throws StoppedError when the scan is to be cancelled
 */
export async function beginAttempt(db: Kysely<Tables>, part: ScanPart): Promise<Attempt | null> {
  const { scanId, accountId } = part;
  return db.transaction().execute(async (trx) => {
    await dropStage(trx, part);
    const scan = await lockScan(trx, scanId);
    const found = await trx
      .selectFrom('scan_account')
      .innerJoin('account', 'account.id', 'scan_account.account_id')
      .select(['provider', 'external_id as externalId', 'name', 'source', 'regions'])
      .select(['scan_account.status', 'progress', 'started_at'])
      .where('scan_id', '=', scanId)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (scan && !found) await endScanIfDone(trx, scanId);
    if (!scan || !found || (found.status !== 'QUEUED' && found.status !== 'RUNNING')) return null;
    if (scan.cancel_requested_at) throw new StoppedError('cancelled');
    const { status: _, progress, started_at, ...account } = found;
    const now = sql<Date>`clock_timestamp()`;
    await trx
      .updateTable('scan')
      .set({ status: 'RUNNING', started_at: sql<Date>`coalesce(started_at, ${now})` })
      .where('id', '=', scanId)
      .execute();
    await trx
      .updateTable('scan_account')
      .set({ status: 'RUNNING', started_at: sql<Date>`coalesce(started_at, ${now})` })
      .where('scan_id', '=', scanId)
      .where('account_id', '=', accountId)
      .execute();
    await appendEvents(trx, scanId, [
      started_at
        ? log('WARN', `The scan of ${account.name} was interrupted and starts again.`)
        : log('INFO', `Scanning ${account.name} from ${account.source}.`),
    ]);
    return { scope: scan.scope, account, reached: progress };
  });
}
