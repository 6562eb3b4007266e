import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';

/** Counts an account's findings anew and writes the counts that differ. */
export async function recountFindings(trx: Transaction<Tables>, accountId: string): Promise<void> {
  const counted = sql.raw('region, service, resource_type, rule_key, severity, result');
  await sql`
    with fresh as (
      select ${counted}, count(*) as n from finding where account_id = ${accountId} group by ${counted}
    ),
    over as (
      delete from finding_count as old where account_id = ${accountId} and not exists (
        select from fresh where (fresh.region, fresh.service, fresh.resource_type, fresh.rule_key, fresh.severity, fresh.result)
          = (old.region, old.service, old.resource_type, old.rule_key, old.severity, old.result))
    )
    insert into finding_count (account_id, ${counted}, n)
    select ${accountId}, ${counted}, n from fresh
    on conflict (account_id, rule_key, region, service, resource_type, severity, result) do update set n = excluded.n
    where finding_count.n <> excluded.n`.execute(trx);
}
