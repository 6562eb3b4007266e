import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an idempotency key was first used for. */
export const scanRequest: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table scan add column request_hash text`.execute(db);
  },
};
