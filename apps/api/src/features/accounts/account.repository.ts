import { sql, type Insertable, type Kysely, type RawBuilder, type Selectable, type Updateable } from 'kysely';
import { contains } from '../../store/like.ts';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import type { AccountTable, Tables } from '../../store/tables.ts';

export type AccountRow = Selectable<AccountTable>;

export interface AccountCriteria {
  readonly ids: readonly string[] | null;
  readonly text: string | null;
}

/** By name. */
export const ACCOUNT_ORDER: readonly SortKey[] = [
  { column: 'a.name', type: 'text', descending: false },
  { column: 'a.id', type: 'uuid', descending: false },
];

export class AccountRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  all(): Promise<AccountRow[]> {
    return this.#db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute();
  }

  byIds(ids: readonly string[]): Promise<AccountRow[]> {
    return this.#db.selectFrom('account').selectAll().where('id', 'in', ids).execute();
  }

  page(criteria: AccountCriteria, after: readonly string[] | null, limit: number) {
    return this.#db
      .selectFrom('account as a')
      .selectAll()
      .select(positionOf(ACCOUNT_ORDER).as('position'))
      .where(matching(criteria))
      .$if(after !== null, (query) => query.where(isAfter(ACCOUNT_ORDER, after ?? [])))
      .orderBy(sortedBy(ACCOUNT_ORDER))
      .limit(limit)
      .execute();
  }

  async count(criteria: AccountCriteria): Promise<number> {
    const query = this.#db.selectFrom('account as a').where(matching(criteria));
    const { n } = await query.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
    return n;
  }

  /** Ids of the accounts that these name: by id, by the cloud's own id, or by their source. */
  named(names: {
    readonly ids: readonly string[];
    readonly externalIds: readonly string[];
    readonly sources: readonly string[];
  }) {
    return this.#db
      .selectFrom('account')
      .selectAll()
      .where(
        sql<boolean>`id = any(${names.ids}::uuid[]) or external_id = any(${names.externalIds}) or source = any(${names.sources})`,
      )
      .execute();
  }

  /** `null` when there is an account with that id of the cloud already. */
  async create(account: Insertable<AccountTable>): Promise<AccountRow | null> {
    const query = this.#db.insertInto('account').values(account);
    const row = await query
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    return row ?? null;
  }

  update(id: string, changes: Updateable<AccountTable>): Promise<AccountRow | undefined> {
    return this.#db.updateTable('account').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
  }

  /** Removes an account, what hangs on it, and the scans that were of nothing else. False while a scan of it is under way. */
  remove(id: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      await trx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
      const scans = await trx
        .selectFrom('scan_account')
        .select(['scan_id', 'status'])
        .where('account_id', '=', id)
        .execute();
      if (scans.some(({ status }) => status === 'QUEUED' || status === 'RUNNING')) return false;
      await trx.deleteFrom('account').where('id', '=', id).execute();
      if (scans.length > 0)
        await trx
          .deleteFrom('scan')
          .where(
            'id',
            'in',
            scans.map((scan) => scan.scan_id),
          )
          .where(sql<boolean>`not exists (select from scan_account where scan_id = scan.id)`)
          .execute();
      return true;
    });
  }

  /** Resources in the inventory, by account. */
  resourceCounts(ids: readonly string[]): Promise<{ account_id: string; n: number }[]> {
    return this.#db
      .selectFrom('resource')
      .select(['account_id', sql<number>`count(*)::int`.as('n')])
      .where('account_id', 'in', ids)
      .where('deleted_at', 'is', null)
      .groupBy('account_id')
      .execute();
  }
}

function matching({ ids, text }: AccountCriteria): RawBuilder<boolean> {
  const byId = ids ? sql`a.id = any(${ids}::uuid[])` : sql`true`;
  const byText = text ? sql`(${contains(sql`a.name`, text)} or ${contains(sql`a.external_id`, text)})` : sql`true`;
  return sql<boolean>`${byId} and ${byText}`;
}
