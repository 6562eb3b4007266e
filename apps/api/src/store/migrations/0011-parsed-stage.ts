import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The stage has JSON as it is to stay, so that it is parsed and compressed while the scan still goes on, and a merge only copies it. What
 * text is searched by is put into the index of it in larger lots.
 */
export const parsedStage: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [
      `alter table stage_resource alter tags type jsonb using tags::jsonb, alter config type jsonb using config::jsonb`,
      `alter table stage_finding alter evidence type jsonb using evidence::jsonb, alter missing type jsonb using missing::jsonb`,
      `alter index finding_search set (gin_pending_list_limit = 262144)`,
    ])
      await sql.raw(statement).execute(db);
  },
};
