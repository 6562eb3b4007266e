import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';
import type { ScanPart } from '../../end-scan.ts';

/**
 * Takes staged findings over, with an event for each that changed. A finding that closes or goes stale keeps what it said last.
 * To be called before the coverage is renewed: a stale finding was last seen by the coverage before.
 * @returns how many were staged
 */
export async function mergeFindings(trx: Transaction<Tables>, { scanId, accountId }: ScanPart): Promise<number> {
  const isOpen = sql`seen.result in ('fail', 'unknown')`;
  const saysMore = sql`${isOpen} and not seen.stale`;
  const newest = (column: string) =>
    sql`${sql.id(column)} = case when ${saysMore} then ${sql.id('seen', column)} else ${sql.id('finding', column)} end`;
  const { numAffectedRows: known = 0n } = await sql`
    update finding set
      service = seen.service, region = seen.region,
      result = seen.result, stale = seen.stale, has_failed = seen.has_failed,
      ${sql.join(['severity', 'severity_reason', 'message', 'search', 'evidence'].map(newest))},
      missing = seen.missing, hash = seen.hash,
      last_change = coalesce(seen.change, finding.last_change),
      last_change_at = case when seen.change is not null then now() else finding.last_change_at end,
      first_seen_at = case when seen.has_failed and not finding.has_failed then now() else finding.first_seen_at end,
      resolved_at = case
        when ${isOpen} then null
        when finding.result in ('fail', 'unknown') then now()
        else finding.resolved_at end,
      last_seen_at = case when seen.stale then coalesce(
        case when finding.stale then finding.last_seen_at end,
        greatest(finding.last_seen_at, (select at from scan_coverage as covered
          where covered.account_id = finding.account_id and covered.region = finding.region and covered.rule_key = finding.rule_key)),
        finding.first_seen_at) end
    from stage_finding as seen
    where seen.account_id = ${accountId} and seen.scan_id = ${scanId} and seen.known
      and finding.account_id = seen.account_id and finding.id = seen.id`.execute(trx);
  const { numAffectedRows: fresh = 0n } = await sql`
    insert into finding (
      account_id, id, rule_key, resource_id, resource_type, service, region, result, stale, has_failed,
      severity, severity_reason, message, evidence, missing, hash, search, first_seen_at, last_change, last_change_at
    )
    select account_id, id, rule_key, resource_id, resource_type, service, region, result, stale, has_failed,
      severity, severity_reason, message, evidence, missing, hash, search, now(), change,
      case when change is not null then now() end
    from stage_finding as seen where account_id = ${accountId} and scan_id = ${scanId} and not known`.execute(trx);
  await sql`
    insert into finding_event (account_id, finding_id, scan_id, at, kind, message)
    select account_id, id, scan_id, now(), change, message
    from stage_finding where account_id = ${accountId} and scan_id = ${scanId} and change is not null
    order by id`.execute(trx);
  return Number(known + fresh);
}
