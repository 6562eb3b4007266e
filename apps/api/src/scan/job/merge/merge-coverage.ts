import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';
import type { ScanPart } from '../../end-scan.ts';
import type { Tally } from '../tally.ts';

/** Writes what was counted. */
export async function mergeRollups(
  trx: Transaction<Tables>,
  { scanId, accountId }: ScanPart,
  tally: Tally,
): Promise<void> {
  const rollups = tally.rollups();
  await sql`
    insert into scan_rollup (account_id, scan_id, region, service, rule_key, outcome, severity, n)
    select ${accountId}, ${scanId}, rollup.*
    from unnest(
      ${rollups.map((row) => row.region)}::text[], ${rollups.map((row) => row.service)}::text[],
      ${rollups.map((row) => row.ruleKey)}::text[], ${rollups.map((row) => row.outcome)}::text[],
      ${rollups.map((row) => row.severity)}::smallint[], ${rollups.map((row) => row.n)}::int[]
    ) as rollup`.execute(trx);
  await sql`
    insert into scan_pass (account_id, scan_id, rule_key, n)
    select account_id, scan_id, rule_key, sum(n) from scan_rollup
    where account_id = ${accountId} and scan_id = ${scanId} and outcome = 'pass' group by 1, 2, 3`.execute(trx);
}

/** Keeps how much fails by now. To be called when findings are counted. */
export async function mergeOpen(trx: Transaction<Tables>, { scanId, accountId }: ScanPart): Promise<void> {
  await sql`
    insert into scan_open (account_id, scan_id, rule_key, severity, n)
    select account_id, ${scanId}, rule_key, severity, sum(n) from finding_count
    where account_id = ${accountId} and result = 'fail' group by account_id, rule_key, severity`.execute(trx);
}

/** Writes which rules and types the scan covered in which regions. */
export async function mergeCoverage(
  trx: Transaction<Tables>,
  { scanId, accountId }: ScanPart,
  tally: Tally,
): Promise<void> {
  const rules = tally.rules();
  await sql`
    insert into scan_coverage (account_id, region, rule_key, scan_id, at)
    select ${accountId}, covered.region, covered.rule_key, ${scanId}, now()
    from unnest(${rules.map((row) => row.region)}::text[], ${rules.map((row) => row.ruleKey)}::text[]) as covered (region, rule_key)
    on conflict (account_id, region, rule_key) do update set scan_id = excluded.scan_id, at = excluded.at`.execute(trx);
  const types = tally.types();
  await sql`
    insert into type_coverage (account_id, region, type, scan_id, at)
    select ${accountId}, covered.region, covered.type, ${scanId}, now()
    from unnest(${types.map((row) => row.region)}::text[], ${types.map((row) => row.type)}::text[]) as covered (region, type)
    on conflict (account_id, region, type) do update set scan_id = excluded.scan_id, at = excluded.at`.execute(trx);
}
