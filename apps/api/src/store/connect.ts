import { Kysely } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { CancellableDialect } from './cancellable.ts';
import type { Tables } from './tables.ts';

/** Who looks on. */
export interface Watch {
  opened(pool: Pool): void;
  /** Called with each statement, and how long it took, in milliseconds. */
  executed(sql: string, durationMs: number): void;
}

/**
 * Opens connections as they are needed, at most `max`. All access to the database goes through here.
 * An `int8` comes back as a number: what we count stays far below 2^53.
 */
export function connect(connection: PoolConfig, max = 10, watch?: Watch): Kysely<Tables> {
  const pool = new Pool({
    connectionTimeoutMillis: 10_000,
    application_name: 'plumbline',
    ...connection,
    max,
    types: {
      getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
    },
  });
  // An idle connection was lost, as when the database restarts. The pool opens another for the next query, which tells if it cannot.
  pool.on('error', () => {});
  // One in use was lost between two statements: the next of them tells.
  pool.on('connect', (client) => client.on('error', () => {}));
  watch?.opened(pool);
  return new Kysely<Tables>({
    dialect: new CancellableDialect({ pool }),
    ...(watch && { log: ({ query, queryDurationMillis }) => watch.executed(query.sql, queryDurationMillis) }),
  });
}
