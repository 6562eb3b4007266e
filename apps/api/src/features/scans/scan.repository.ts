import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import { isWhole } from '../../store/whole-scans.ts';
import type { ScanStatus } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';

export interface ScanCriteria {
  readonly account: readonly string[] | null;
  readonly status: readonly ScanStatus[] | null;
}

/** Newest first. */
export const SCAN_ORDER: readonly SortKey[] = [
  { column: 's.queued_at', type: 'timestamptz', descending: true },
  { column: 's.id', type: 'uuid', descending: true },
];

export class ScanRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  byIds(ids: readonly string[]) {
    return this.#db.selectFrom('scan as s').selectAll().where('id', 'in', ids).where(hasAccounts).execute();
  }

  newest() {
    return this.#db
      .selectFrom('scan as s')
      .selectAll()
      .where(isWhole)
      .where(hasAccounts)
      .orderBy('queued_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  page(criteria: ScanCriteria, after: readonly string[] | null, limit: number) {
    return this.#db
      .selectFrom('scan as s')
      .selectAll()
      .select(positionOf(SCAN_ORDER).as('position'))
      .where(matching(criteria))
      .$if(after !== null, (query) => query.where(isAfter(SCAN_ORDER, after ?? [])))
      .orderBy(sortedBy(SCAN_ORDER))
      .limit(limit)
      .execute();
  }

  async count(criteria: ScanCriteria): Promise<number> {
    const query = this.#db.selectFrom('scan as s').where(matching(criteria));
    const { n } = await query.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
    return n;
  }

  /** Each scan's part for each of its accounts. */
  parts(scanIds: readonly string[]) {
    return this.#db
      .selectFrom('scan_account')
      .select(['scan_id', 'account_id', 'progress'])
      .where('scan_id', 'in', scanIds)
      .orderBy('account_id')
      .execute();
  }

  /** How many evaluations gave each outcome, and severity. */
  outcomes(scanIds: readonly string[]) {
    return this.#db
      .selectFrom('scan_rollup')
      .select(['scan_id', 'outcome', 'severity', sql<number>`sum(n)::int`.as('n')])
      .where('scan_id', 'in', scanIds)
      .where(sql<boolean>`exists (select from account a where a.id = account_id)`)
      .groupBy(['scan_id', 'outcome', 'severity'])
      .execute();
  }

  gaps(scanIds: readonly string[]) {
    return this.#db.selectFrom('scan_gap').selectAll().where('scan_id', 'in', scanIds).orderBy('id').execute();
  }

  /** The newest finished scan of each account, rechecks left out. */
  async lastOf(accountIds: readonly string[]): Promise<readonly { account_id: string; scan_id: string }[]> {
    const { rows } = await sql<{ account_id: string; scan_id: string }>`
      select distinct on (p.account_id) p.account_id, p.scan_id
      from scan_account p join scan s on s.id = p.scan_id
      where p.account_id = any(${accountIds}::uuid[]) and s.finished_at is not null and ${isWhole}
      order by p.account_id, s.finished_at desc, s.id`.execute(this.#db);
    return rows;
  }

  events(scanId: string, after: number, limit: number) {
    return this.#db
      .selectFrom('scan_event')
      .selectAll()
      .where('scan_id', '=', scanId)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(limit)
      .execute();
  }
}

/** One whose accounts have all been removed is about to be deleted. */
const hasAccounts = sql<boolean>`exists (select from scan_account p where p.scan_id = s.id)`;

function matching({ account, status }: ScanCriteria): RawBuilder<boolean> {
  const byAccount = account
    ? sql`s.id in (select scan_id from scan_account where account_id = any(${account}::uuid[]))`
    : sql`true`;
  const byStatus = status ? sql`s.status = any(${status}::text[])` : sql`true`;
  return sql<boolean>`${isWhole} and ${hasAccounts} and ${byAccount} and ${byStatus}`;
}
