import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What has been done once and for all. */
export const marks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create table mark (name text primary key, at timestamptz not null default now())`.execute(db);
    await sql`
      insert into mark (name, at)
      select 'demo-loaded', created_at from account where source = 'fixture:acme-production' limit 1`.execute(db);
  },
};
