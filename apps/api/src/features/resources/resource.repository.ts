import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import { contains } from '../../store/like.ts';
import type { Tables } from '../../store/tables.ts';
import type { ResourceFacetField } from './resource.args.ts';

export interface ResourceCriteria {
  readonly account: readonly string[] | null;
  /** Accounts that are gone. */
  readonly notOf: readonly string[];
  readonly ids: readonly string[] | null;
  readonly externalIds: readonly string[] | null;
  readonly service: readonly string[] | null;
  readonly region: readonly string[] | null;
  readonly type: readonly string[] | null;
  readonly text: string | null;
  readonly includeDeleted: boolean;
}

export const RESOURCE_ORDER: readonly SortKey[] = [
  { column: 'r.type', type: 'text', descending: false },
  { column: 'r.name', type: 'text', descending: false },
  { column: 'r.id', type: 'uuid', descending: false },
];

/** Its configuration is left out: it is large, and read by its own loader. */
const COLUMNS = [
  'r.account_id',
  'r.id',
  'r.external_id',
  'r.type',
  'r.service',
  'r.region',
  'r.name',
  'r.tags',
  'r.first_seen_at',
  'r.deleted_at',
] as const;

export type ResourceRow = Awaited<ReturnType<ResourceRepository['byIds']>>[number];

const FACET_COLUMNS: Readonly<Record<ResourceFacetField, string>> = {
  account: 'r.account_id',
  region: 'r.region',
  service: 'r.service',
  type: 'r.type',
};

export class ResourceRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  #rows() {
    return this.#db
      .selectFrom('resource as r')
      .leftJoin('type_coverage as c', (join) =>
        join
          .onRef('c.account_id', '=', 'r.account_id')
          .onRef('c.region', '=', 'r.region')
          .onRef('c.type', '=', 'r.type'),
      )
      .select(COLUMNS)
      .select(sql<Date>`coalesce(r.last_seen_at, r.deleted_at, greatest(c.at, r.seen_from))`.as('seen_at'));
  }

  byIds(ids: readonly string[]) {
    return this.#rows().where('r.id', 'in', ids).where(hasAccount).execute();
  }

  /** Of whatever account. */
  byExternalIds(externalIds: readonly string[]) {
    return this.#rows()
      .where('r.external_id', 'in', externalIds)
      .where(hasAccount)
      .orderBy('r.deleted_at', (order) => order.desc().nullsFirst())
      .execute();
  }

  configs(ids: readonly string[]) {
    return this.#db.selectFrom('resource').select(['id', 'config']).where('id', 'in', ids).execute();
  }

  page(criteria: ResourceCriteria, after: readonly string[] | null, limit: number) {
    return this.#rows()
      .select(positionOf(RESOURCE_ORDER).as('position'))
      .where(matching(criteria))
      .$if(after !== null, (query) => query.where(isAfter(RESOURCE_ORDER, after ?? [])))
      .orderBy(sortedBy(RESOURCE_ORDER))
      .limit(limit)
      .execute();
  }

  async count(criteria: ResourceCriteria): Promise<number> {
    const query = this.#db.selectFrom('resource as r').where(matching(criteria));
    const { n } = await query.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
    return n;
  }

  /** The most frequent values first, each with how many values there are in all. */
  async facet(criteria: ResourceCriteria, field: ResourceFacetField, limit: number) {
    const column = sql.ref<string>(FACET_COLUMNS[field]);
    const { rows } = await sql<{ value: string; n: number }>`
      select ${column} as value, count(*)::int as n from resource r
      where ${matching(criteria)} group by 1 order by 2 desc, 1`.execute(this.#db);
    return { values: rows.slice(0, limit), others: Math.max(0, rows.length - limit) };
  }
}

/** It is gone where `r` is about to be deleted. */
const hasAccount = sql<boolean>`exists (select from account a where a.id = r.account_id)`;

function matching(criteria: ResourceCriteria): RawBuilder<boolean> {
  const { account, notOf, ids, externalIds, service, region, type, text, includeDeleted } = criteria;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (account) conditions.push(sql`r.account_id = any(${account}::uuid[])`);
  if (notOf.length > 0) conditions.push(sql`r.account_id <> all(${notOf}::uuid[])`);
  if (ids || externalIds)
    conditions.push(sql`(r.id = any(${ids ?? []}::uuid[]) or r.external_id = any(${externalIds ?? []}::text[]))`);
  if (service) conditions.push(sql`r.service = any(${service}::text[])`);
  if (region) conditions.push(sql`r.region = any(${region}::text[])`);
  if (type) conditions.push(sql`r.type = any(${type}::text[])`);
  if (text)
    conditions.push(
      sql`(${sql.join(
        [sql`r.name`, sql`r.external_id`, sql`r.tags::text`].map((value) => contains(value, text)),
        sql` or `,
      )})`,
    );
  if (!includeDeleted) conditions.push(sql`r.deleted_at is null`);
  return sql.join<boolean>(conditions, sql` and `);
}
