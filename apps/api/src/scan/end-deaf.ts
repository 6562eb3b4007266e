import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { endPart, lockScan, type ScanPart } from './end-scan.ts';
import { withAccountLock } from './job/account-lock.ts';

/**
 * Writes down how an attempt ended whose thread was killed, once the database has noticed, so that nothing of it comes after.
 * @returns `again` when it was not to be cancelled
 */
export async function endDeaf(db: Kysely<Tables>, part: ScanPart, signal: AbortSignal): Promise<'ended' | 'again'> {
  return withAccountLock(db, part.accountId, signal, (held) =>
    held.transaction().execute(async (trx) => {
      const scan = await lockScan(trx, part.scanId);
      if (scan && !scan.cancel_requested_at) return 'again';
      await endPart(trx, part, { status: 'CANCELLED' });
      return 'ended';
    }),
  );
}
