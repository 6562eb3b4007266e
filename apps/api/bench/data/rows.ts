import { onDatabase } from './database.ts';

const WRITTEN = `select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_user_tables where relname in
  ('resource', 'resource_version', 'finding', 'finding_event')`;
const STORED = `select
  (select count(*) from resource where account_id = account.id)::int as resources,
  (select count(*) from finding where account_id = account.id)::int as findings
  from account where external_id = $1`;

/** Rows of resources, findings and their histories that were inserted, updated or deleted so far. */
export function writtenRows(): Promise<number> {
  return onDatabase(async (client) => {
    // A session tells of what it wrote when it has been idle for a while.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { rows } = await client.query<{ rows: number }>(WRITTEN);
    return rows[0]?.rows ?? 0;
  });
}

/** How many resources and findings an account has. */
export function storedRows(account: string): Promise<{ readonly resources: number; readonly findings: number }> {
  return onDatabase(async (client) => {
    const { rows } = await client.query<{ resources: number; findings: number }>(STORED, [account]);
    return rows[0] ?? { resources: 0, findings: 0 };
  });
}
