import type { OutcomeStatus } from '@plumbline/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isWhole } from '../../store/whole-scans.ts';
import { covers } from './covering.repository.ts';
import type { ScanScope } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';

/** How often a rule came to an outcome in an account. */
export interface OutcomeRow {
  readonly account_id: string;
  readonly rule_key: string;
  /** `found`: open findings. `counted`: what the scans counted, failures left out. */
  readonly source: 'found' | 'counted';
  readonly outcome: OutcomeStatus;
  readonly n: number;
}

/** A scan whose counts still stand for a part of an account. */
export interface StandingScanRow {
  readonly account_id: string;
  readonly scope: ScanScope;
  /** Types of which it saw resources. */
  readonly types: readonly string[];
}

/**
 * What came of the rules, as it stands now. Failures are the open findings: they outlive a scan that could not look again. The rest is what
 * was counted by the newest scan that had the rule and region in its scope.
 */
export class RuleResultRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async outcomes(accountIds: readonly string[]): Promise<readonly OutcomeRow[]> {
    const { rows } = await sql<OutcomeRow>`
      with ${standing(accountIds)}
      select r.account_id, r.rule_key, 'counted' as source, r.outcome, sum(r.n)::int as n
      from standing s join scan_rollup r on r.account_id = s.account_id and r.scan_id = s.scan_id
      where r.outcome <> 'fail' and not exists (
        select from standing newer where newer.account_id = s.account_id and newer.at > s.at and ${covers}
      )
      group by 1, 2, 4
      union all
      select account_id, rule_key, 'found', result, sum(n)::int
      from finding_count where account_id = any(${accountIds}::uuid[]) and result in ('fail', 'unknown')
      group by 1, 2, 4`.execute(this.#db);
    return rows;
  }

  async standingScans(accountIds: readonly string[]): Promise<readonly StandingScanRow[]> {
    const { rows } = await sql<StandingScanRow>`
      with ${standing(accountIds)}
      select s.account_id, s.scope, array(
        select distinct c.type from type_coverage c where c.account_id = s.account_id and c.scan_id = s.scan_id
      ) as types
      from standing s`.execute(this.#db);
    return rows;
  }
}

/** Of each account the newest scan of everything, and of the scans since then the newest of each scope. */
function standing(accountIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    newest as (
      select distinct on (p.account_id, s.scope) p.account_id, p.scan_id, s.scope, p.finished_at as at
      from scan_account p join scan s on s.id = p.scan_id
      where p.account_id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL') and ${isWhole}
      order by p.account_id, s.scope, p.finished_at desc
    ),
    standing as (
      select n.* from newest n where n.at >= coalesce(
        (select w.at from newest w where w.account_id = n.account_id
          and w.scope = '{"services": [], "regions": [], "rules": []}'),
        '-infinity')
    )`;
}
