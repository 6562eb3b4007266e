import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A finding's newest event beside it: to find what changed since it was covered takes no look at all events. */
export const lastChange: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table finding add column last_change text, add column last_change_at timestamptz`.execute(db);
    await sql`
      update finding set last_change = newest.kind, last_change_at = newest.at
      from (
        select distinct on (account_id, finding_id) account_id, finding_id, kind, at from finding_event
        order by account_id, finding_id, id desc
      ) newest
      where newest.account_id = finding.account_id and newest.finding_id = finding.id`.execute(db);
  },
};
