import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** For findings by the tags of their resources. */
export const resourceTags: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create index resource_tags on resource using gin (tags)`.execute(db);
  },
};
