import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from './database.ts';

/** What an advisory lock is about: "plumbline, one server for a data directory". */
const LOCK_CLASS = 0x706c;
const LABEL = /^plumbline server (?<pid>\d+) at (?<address>.+)$/;

export interface LockRequest {
  readonly name: string;
  /** The data directory, as the user names it. */
  readonly data: string;
  /** Where we are going to answer: `127.0.0.1:4000`. */
  readonly address: string;
}

/** Another server runs on the same data. */
export class AlreadyRunningError extends Error {}

export interface DataLock {
  /** Stops the database where it is ours, and only then lets go. */
  release(): Promise<void>;
}

/**
 * Takes a data directory for this process, as a lock of a database session: it ends with the process however that ends, and the session's name
 * tells who has it. Where the session is lost, the database is revived and the lock taken again.
 */
export async function lockData(database: Database, request: LockRequest): Promise<DataLock> {
  const released = new AbortController();
  let regaining = Promise.resolve();
  let session = await firstLock(database, request);
  watch();
  return {
    release: async () => {
      released.abort();
      await regaining;
      await database.stop();
      await session.end();
    },
  };

  function watch(): void {
    session.once('end', () => {
      if (!released.signal.aborted) regaining = regain();
    });
  }

  async function regain(): Promise<void> {
    while (!released.signal.aborted) {
      try {
        await database.revive();
        session = await takeLock(database, request);
        return watch();
      } catch {
        await sleep(1000);
      }
    }
  }
}

/** The one who has the lock may be stopping the database just now: it is worth another try. */
async function firstLock(database: Database, request: LockRequest): Promise<Client> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await takeLock(database, request);
    } catch (error) {
      if (error instanceof AlreadyRunningError || attempt === 3) throw error;
      await database.revive();
    }
  }
}

async function takeLock({ connection }: Database, { name, data, address }: LockRequest): Promise<Client> {
  const session = new Client({ ...connection, keepAlive: true });
  session.on('error', () => {}); // its end is what counts
  await session.connect();
  try {
    const key = createHash('sha256').update(name).digest().readUInt32BE() >>> 1;
    await session.query(`select set_config('application_name', $1, false)`, [
      `plumbline server ${process.pid} at ${address}`,
    ]);
    await session.query(`set lock_timeout = '1s'`); // one who was killed this moment is not yet gone
    await session
      .query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, key])
      .catch(async (error: Error & { code?: string }) => {
        if (error.code !== '55P03') throw error;
        throw new AlreadyRunningError(
          `Plumbline already runs on ${data}${await holder(session, key)}. Stop it first, or set PLUMBLINE_DATA to another directory.`,
        );
      });
    return session;
  } catch (error) {
    await session.end().catch(() => {});
    throw error;
  }
}

async function holder(session: Client, key: number): Promise<string> {
  const { rows } = await session.query<{ label: string }>(
    `select application_name as label from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    [LOCK_CLASS, key],
  );
  const groups = LABEL.exec(rows[0]?.label ?? '')?.groups;
  return groups ? ` (process ${groups['pid']}, at http://${groups['address']})` : '';
}
