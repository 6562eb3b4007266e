import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * An account goes at once, and what it had is deleted step by step: a cascade over a million findings would be one statement of minutes.
 * What is in the list is not shown any more. Nothing is added to an account that is gone: whoever does so holds its row.
 */
export const removedAccounts: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [
      `create table removed_account (
        id uuid primary key,
        provider text not null,
        external_id text not null,
        at timestamptz not null default now()
      )`,
      `alter table resource drop constraint resource_account_id_fkey`,
      `alter table scan_rollup drop constraint scan_rollup_account_id_fkey`,
      `alter table scan_open drop constraint scan_open_account_id_fkey`,
    ])
      await sql.raw(statement).execute(db);
  },
};
