import type { ClientConfig } from 'pg';

/** A PostgreSQL server that answers: our own, or one by address. */
export interface Database {
  readonly connection: ClientConfig;
  /** Starts it again where it has stopped and is ours. */
  revive(): Promise<void>;
  /** Stops it where it is ours. */
  stop(): Promise<void>;
}
