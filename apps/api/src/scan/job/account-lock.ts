import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

const RETRY_MS = 250;

/**
 * Runs `work` on one connection that holds the account's lock as long as it lives. So no other attempt can merge into the account in
 * between, and an attempt whose connection broke, and with it perhaps the unlogged stage, can no longer merge at all.
 */
export async function withAccountLock<Result>(
  db: Kysely<Tables>,
  accountId: string,
  signal: AbortSignal,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`plumbline scan ${accountId}`}, 0)`;
    // Asked again and again, because a statement that waits cannot be interrupted.
    for (;;) {
      signal.throwIfAborted();
      const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_lock(${key}) as locked`.execute(
        connection,
      );
      if (rows[0]?.locked) break;
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
    try {
      return await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}
