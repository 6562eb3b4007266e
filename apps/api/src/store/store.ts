import type { Kysely } from 'kysely';
import type { PoolConfig } from 'pg';
import type { Tables } from './tables.ts';

/** An open, migrated database. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** For connections of one's own: LISTEN, worker threads, the job queue. */
  readonly connection: PoolConfig;
  /** No other process works on it. What an earlier one was at, nobody is. */
  readonly exclusive: boolean;
  /** Closes the connections, and stops the database where it is ours. */
  close(): Promise<void>;
}
