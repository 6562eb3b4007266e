import {
  sql,
  type Insertable,
  type Kysely,
  type RawBuilder,
  type Selectable,
  type Transaction,
  type Updateable,
} from 'kysely';
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

  /** `null` when there is an account with that id of the cloud already, or as long as one is being removed. */
  create(account: Insertable<AccountTable>): Promise<AccountRow | null> {
    return this.#db.transaction().execute(async (trx) => {
      await lockRemovals(trx);
      const removed = await trx
        .selectFrom('removed_account')
        .select('id')
        .where('provider', '=', account.provider)
        .where('external_id', '=', account.external_id)
        .executeTakeFirst();
      if (removed) return null;
      const row = await trx
        .insertInto('account')
        .values(account)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    });
  }

  update(id: string, changes: Updateable<AccountTable>): Promise<AccountRow | undefined> {
    return this.#db.updateTable('account').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
  }

  /** Accounts that are gone and of which there are still rows. */
  async removed(): Promise<readonly string[]> {
    return (await this.#db.selectFrom('removed_account').select('id').execute()).map(({ id }) => id);
  }

  /** Removes an account, so that nothing of it is shown; what it had is still to be deleted. False while a scan of it is under way. */
  remove(id: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      await lockRemovals(trx);
      await trx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
      const underWay = await trx
        .selectFrom('scan_account')
        .select('scan_id')
        .where('account_id', '=', id)
        .where('status', 'in', ['QUEUED', 'RUNNING'])
        .executeTakeFirst();
      if (underWay) return false;
      await sql`
        insert into removed_account (id, provider, external_id) select id, provider, external_id from account where id = ${id}`.execute(
        trx,
      );
      await trx.deleteFrom('account').where('id', '=', id).execute();
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

/** Of an account that is removed and added again at once, either what was is known to be there still, or it is gone. */
async function lockRemovals(trx: Transaction<Tables>): Promise<void> {
  await sql`lock table removed_account in share row exclusive mode`.execute(trx);
}

function matching({ ids, text }: AccountCriteria): RawBuilder<boolean> {
  const byId = ids ? sql`a.id = any(${ids}::uuid[])` : sql`true`;
  const byText = text ? sql`(${contains(sql`a.name`, text)} or ${contains(sql`a.external_id`, text)})` : sql`true`;
  return sql<boolean>`${byId} and ${byText}`;
}
