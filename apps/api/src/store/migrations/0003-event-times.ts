import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** For what happened between two scans, and since one. */
export const eventTimes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create index finding_event_at on finding_event (account_id, at)`.execute(db);
  },
};
