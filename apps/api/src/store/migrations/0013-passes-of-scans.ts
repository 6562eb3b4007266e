import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How often each rule passed in a scan, over all regions: a trend adds up a hundredth of the rows. */
export const passesOfScans: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [
      `create table scan_pass (
        account_id uuid not null,
        scan_id uuid not null references scan on delete cascade,
        rule_key text not null,
        n int not null,
        primary key (account_id, scan_id, rule_key)
      )`,
      `create index scan_pass_scan on scan_pass (scan_id)`,
      `insert into scan_pass select account_id, scan_id, rule_key, sum(n) from scan_rollup where outcome = 'pass' group by 1, 2, 3`,
    ])
      await sql.raw(statement).execute(db);
  },
};
