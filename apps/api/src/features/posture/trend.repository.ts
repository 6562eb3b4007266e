import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Moments } from '../../graphql/time-range.ts';
import type { Tables } from '../../store/tables.ts';
import type { FirstScan } from './annotate.ts';
import { isWhole } from '../../store/whole-scans.ts';
import { covers } from './covering.repository.ts';

/** How often a rule passed, as it stood at the moments from the `first` to the `last`, of those asked for, from 1. */
export interface PassRow {
  readonly first: number;
  readonly last: number;
  readonly rule_key: string;
  readonly n: number;
}

/** How often a rule failed at these moments, by rank of the severity. */
export interface FailRow extends PassRow {
  readonly severity: number;
}

export class TrendRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** When scans of these accounts ended, oldest first. */
  async scanTimes(accountIds: readonly string[], { from, to }: Moments): Promise<readonly Date[]> {
    const { rows } = await sql<{ at: Date }>`
      select s.finished_at as at from scan s
      where s.finished_at is not null and ${isWhole}
        and ${from ? sql`s.finished_at >= ${from}` : sql`true`} and ${to ? sql`s.finished_at < ${to}` : sql`true`}
        and exists (select from scan_account p
          where p.scan_id = s.id and p.account_id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL'))
      order by 1`.execute(this.#db);
    return rows.map(({ at }) => at);
  }

  /** When the first scan of each of these accounts ended that came to results. */
  async firstScans(accountIds: readonly string[]): Promise<readonly FirstScan[]> {
    const { rows } = await sql<FirstScan>`
      select a.name, min(s.finished_at) as at
      from account a join scan_account p on p.account_id = a.id join scan s on s.id = p.scan_id
      where a.id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL') and s.finished_at is not null and ${isWhole}
      group by a.id order by a.name, a.id`.execute(this.#db);
    return rows;
  }

  /**
   * As a posture counts them, by the scans that had ended by then. A scan that stands alone tells it by its rules, and in one piece for
   * all moments at which it does so; where scans of several scopes stand, it depends on the region.
   */
  async passes(accountIds: readonly string[], moments: readonly Date[]): Promise<readonly PassRow[]> {
    const { rows } = await sql<PassRow>`
      with ${stretches(accountIds, isWhole, sql`p.account_id, s.scope`)},
      newest as (
        select s.*, m.nth, max(s.at) filter (where s.scope = ${EVERYTHING}) over (partition by m.nth, s.account_id) as whole_at
        from ${momentsTable(moments)} join stretch s on ${isAt}
      ),
      standing as materialized (
        select *, count(*) over (partition by nth, account_id) = 1 as alone from newest where at >= coalesce(whole_at, '-infinity')
      ),
      alone as (
        select account_id, scan_id, min(nth)::int as first, max(nth)::int as last from standing where alone group by 1, 2
      )
      select a.first, a.last, p.rule_key, sum(p.n)::int as n from alone a
      cross join lateral ${ofScan(sql`select rule_key, n from scan_pass`, sql`a`)} p group by 1, 2, 3
      union all
      select s.nth::int, s.nth::int, r.rule_key, sum(r.n)::int
      from standing s join scan_rollup r on r.account_id = s.account_id and r.scan_id = s.scan_id
      where not s.alone and r.outcome = 'pass' and not exists (
        select from standing newer where newer.nth = s.nth and newer.account_id = s.account_id and newer.at > s.at and ${covers}
      )
      group by 1, 2, 3`.execute(this.#db);
    return rows;
  }

  /** What was open when the newest scan before had ended. */
  async failures(accountIds: readonly string[], moments: readonly Date[]): Promise<readonly FailRow[]> {
    const { rows } = await sql<FailRow>`
      with ${stretches(accountIds, sql`true`, sql`p.account_id`)},
      newest as materialized (
        select s.account_id, s.scan_id, min(m.nth)::int as first, max(m.nth)::int as last
        from ${momentsTable(moments)} join stretch s on ${isAt} group by 1, 2
      )
      select n.first, n.last, o.rule_key, o.severity, sum(o.n)::int as n from newest n
      cross join lateral ${ofScan(sql`select rule_key, severity, n from scan_open`, sql`n`)} o group by 1, 2, 3, 4`.execute(
      this.#db,
    );
    return rows;
  }
}

const EVERYTHING = sql`'{"services": [], "regions": [], "rules": []}'`;

/** Scans that came to results, each with the end of the next of its like: how long it was the newest. */
function stretches(accountIds: readonly string[], which: RawBuilder<unknown>, alike: RawBuilder<unknown>) {
  return sql`stretch as materialized (
    select p.account_id, p.scan_id, s.scope, p.finished_at as at,
      lead(p.finished_at) over (partition by ${alike} order by p.finished_at) as until
    from scan_account p join scan s on s.id = p.scan_id
    where p.account_id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL') and ${which}
  )`;
}

/** Moments have milliseconds, the store's times more. */
const isAt = sql`s.at < m.at + interval '1 millisecond' and (s.until is null or s.until >= m.at + interval '1 millisecond')`;

/** `offset 0` keeps it a look at the index for each scan: what the planner expects of so many scans makes it read the whole table. */
function ofScan(select: RawBuilder<unknown>, scan: RawBuilder<unknown>) {
  return sql`(${select} where account_id = ${scan}.account_id and scan_id = ${scan}.scan_id offset 0)`;
}

function momentsTable(moments: readonly Date[]) {
  return sql`unnest(${moments.map((at) => at.toISOString())}::timestamptz[]) with ordinality as m (at, nth)`;
}
