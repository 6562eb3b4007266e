import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

const AGAIN_MS = 250;

/**
 * Does `work` on one connection, and ends by the database what statement is under way when `signal` says so: again and again until the
 * work ends, as there may be none under way at the moment, and the next one may wait for long.
 * @param db for a connection beside it
 */
export async function interruptible(
  db: Kysely<Tables>,
  connection: Kysely<Tables>,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
  const done = new AbortController();
  let ending: Promise<void> = Promise.resolve();
  const end = async () => {
    while (!done.signal.aborted) {
      // A request that fails is followed by the next.
      await sql`select pg_cancel_backend(${rows[0]?.pid})`.execute(db).catch(() => undefined);
      await delay(AGAIN_MS, undefined, { signal: done.signal }).catch(() => undefined);
    }
  };
  const begin = () => {
    ending = end();
  };
  signal.addEventListener('abort', begin);
  try {
    signal.throwIfAborted();
    await work();
  } finally {
    signal.removeEventListener('abort', begin);
    done.abort();
    await ending;
  }
}
