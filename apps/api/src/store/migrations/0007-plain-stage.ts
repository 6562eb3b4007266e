import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The stage is written once and read once: its rows need no index, and its JSON is only parsed where it is to stay. They say themselves whether
 * the store has what they are about: a join that asks is planned by the size that a table had before, and then takes minutes.
 */
export const plainStage: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [
      `alter table stage_resource drop constraint stage_resource_pkey`,
      `alter table stage_resource add known boolean not null default false`,
      `alter table stage_finding add known boolean not null default false`,
      `alter table stage_resource alter tags type text, alter config type text`,
      `alter table stage_finding drop constraint stage_finding_pkey`,
      `alter table stage_finding alter evidence type text, alter missing type text`,
    ])
      await sql.raw(statement).execute(db);
  },
};
