import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/**
 * Does `work` on one connection, and ends by the database what statement is under way when `signal` says so.
 * @param db for a connection beside it
 */
export async function interruptible(
  db: Kysely<Tables>,
  connection: Kysely<Tables>,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
  let ending: Promise<unknown> = Promise.resolve();
  const end = () => {
    // What it cannot end ends by itself, a little later.
    ending = sql`select pg_cancel_backend(${rows[0]?.pid})`.execute(db).catch(() => undefined);
  };
  signal.addEventListener('abort', end);
  try {
    signal.throwIfAborted();
    await work();
  } finally {
    signal.removeEventListener('abort', end);
    await ending;
  }
}
