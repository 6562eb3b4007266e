import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** For what is old enough to be deleted. */
export const versionTimes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create index resource_version_seen_to on resource_version (seen_to, resource_id)`.execute(db);
    await sql`drop index finding_event_at`.execute(db);
    await sql`create index finding_event_at on finding_event (account_id, at, id)`.execute(db);
  },
};
