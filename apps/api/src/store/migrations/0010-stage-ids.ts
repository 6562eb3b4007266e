import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * A merge that finds each staged row by its id takes as long as there are rows, however it is planned: without statistics of an account's
 * rows the stage was read to its end, dead rows and all, for each resource that the account has.
 */
export const stageIds: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create index stage_resource_id on stage_resource (account_id, scan_id, id)`.execute(db);
    await sql`create index stage_finding_id on stage_finding (account_id, scan_id, id)`.execute(db);
  },
};
