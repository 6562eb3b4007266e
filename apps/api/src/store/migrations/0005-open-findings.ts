import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What failed in an account when a scan of it ended. Of earlier scans there is what they counted themselves. */
export const openFindings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table scan_open (
        account_id uuid not null references account on delete cascade,
        scan_id uuid not null references scan on delete cascade,
        rule_key text not null,
        severity smallint not null,
        n int not null,
        primary key (account_id, scan_id, rule_key, severity)
      )`.execute(db);
    await sql`create index scan_open_scan on scan_open (scan_id)`.execute(db);
    await sql`
      insert into scan_open
      select account_id, scan_id, rule_key, severity, sum(n) from scan_rollup where outcome = 'fail' group by 1, 2, 3, 4`.execute(
      db,
    );
  },
};
