import { sql, type Kysely } from 'kysely';
import type { Moments } from '../../graphql/time-range.ts';
import type { Tables } from '../../store/tables.ts';
import { isWhole } from '../../store/whole-scans.ts';
import { covers } from './covering.repository.ts';

/** How often a rule passed, as it stood at a moment: the `nth` asked for, from 1. */
export interface PassRow {
  readonly nth: number;
  readonly rule_key: string;
  readonly n: number;
}

/** How often a rule failed at a moment, by rank of the severity. */
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

  /** As a posture counts them, by the scans that had ended by then. */
  async passes(accountIds: readonly string[], moments: readonly Date[]): Promise<readonly PassRow[]> {
    const { rows } = await sql<PassRow>`
      with newest as (
        select distinct on (m.nth, p.account_id, s.scope) m.nth, p.account_id, p.scan_id, s.scope, p.finished_at as at
        from ${momentsTable(moments)} join scan_account p on ${hadEnded} join scan s on s.id = p.scan_id
        where p.account_id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL') and ${isWhole}
        order by m.nth, p.account_id, s.scope, p.finished_at desc
      ),
      standing as (
        select n.* from newest n where n.at >= coalesce(
          (select w.at from newest w where w.nth = n.nth and w.account_id = n.account_id
            and w.scope = '{"services": [], "regions": [], "rules": []}'),
          '-infinity')
      )
      select s.nth::int, r.rule_key, sum(r.n)::int as n
      from standing s join scan_rollup r on r.account_id = s.account_id and r.scan_id = s.scan_id
      where r.outcome = 'pass' and not exists (
        select from standing newer where newer.nth = s.nth and newer.account_id = s.account_id and newer.at > s.at and ${covers}
      )
      group by 1, 2`.execute(this.#db);
    return rows;
  }

  /** What was open when the newest scan before had ended. */
  async failures(accountIds: readonly string[], moments: readonly Date[]): Promise<readonly FailRow[]> {
    const { rows } = await sql<FailRow>`
      select last.nth::int, o.rule_key, o.severity, sum(o.n)::int as n
      from (
        select distinct on (m.nth, p.account_id) m.nth, p.account_id, p.scan_id
        from ${momentsTable(moments)} join scan_account p on ${hadEnded}
        where p.account_id = any(${accountIds}::uuid[]) and p.status in ('SUCCEEDED', 'PARTIAL')
        order by m.nth, p.account_id, p.finished_at desc
      ) last
      join scan_open o on o.account_id = last.account_id and o.scan_id = last.scan_id
      group by 1, 2, 3`.execute(this.#db);
    return rows;
  }
}

function momentsTable(moments: readonly Date[]) {
  return sql`unnest(${moments.map((at) => at.toISOString())}::timestamptz[]) with ordinality as m (at, nth)`;
}

/** Moments have milliseconds, the store's times more. */
const hadEnded = sql`p.finished_at < m.at + interval '1 millisecond'`;
