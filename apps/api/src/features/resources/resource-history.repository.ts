import { sql, type Kysely } from 'kysely';
import type { Stretch } from '../../graphql/page-loader.ts';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import type { Tables } from '../../store/tables.ts';

export type Config = Readonly<Record<string, unknown>>;

export interface VersionRow {
  /** The resource's key. */
  readonly owner: string;
  readonly seen_from: Date;
  /** `null` for the content that it has now. */
  readonly seen_to: Date | null;
  readonly name: string;
  readonly config: Config;
  /** What it was before, as far as that is kept. */
  readonly before: Config | null;
  readonly position: readonly string[];
}

/** A resource, by its key, at a time. */
export interface ResourceMoment {
  readonly key: string;
  readonly at: Date;
}

/** Newest first. */
export const VERSION_ORDER: readonly SortKey[] = [{ column: 'v.seen_from', type: 'timestamptz', descending: true }];

export class ResourceHistoryRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A stretch of each resource's contents, the one that it has now first. */
  async versions(keys: readonly string[], { after, limit }: Stretch): Promise<readonly VersionRow[]> {
    const { rows } = await sql<VersionRow>`
      select r.id as owner, page.*, before.config as before
      from resource r
      cross join lateral (
        select v.*, ${positionOf(VERSION_ORDER)} as position from (
          select r.seen_from, r.deleted_at as seen_to, r.name, r.config
          union all
          select seen_from, seen_to, name, config from resource_version where account_id = r.account_id and resource_id = r.id
        ) v
        where ${after === null ? sql`true` : isAfter(VERSION_ORDER, after)}
        order by ${sortedBy(VERSION_ORDER)} limit ${limit}
      ) page
      left join lateral (
        select config from resource_version
        where account_id = r.account_id and resource_id = r.id and seen_from < page.seen_from
        order by seen_from desc limit 1
      ) before on true
      where r.id = any(${keys}::uuid[])
      order by r.id, page.seen_from desc`.execute(this.#db);
    return rows;
  }

  /** How many contents each resource is known to have had. */
  async counts(keys: readonly string[]) {
    const { rows } = await sql<{ id: string; n: number }>`
      select r.id, 1 + (select count(*)::int from resource_version where account_id = r.account_id and resource_id = r.id) as n
      from resource r where r.id = any(${keys}::uuid[])`.execute(this.#db);
    return rows;
  }

  /** What each resource became at its moment and what it was until then, in their order; `null` where nothing changed, or it is not known. */
  async changes(moments: readonly ResourceMoment[]) {
    const { rows } = await sql<{ before: Config | null; after: Config | null }>`
      select before.config as before, became.config as after
      from ${momentsTable(moments)}
      join resource r on r.id = m.id
      left join lateral (
        select v.seen_from, v.config from (
          select r.seen_from, r.config
          union all
          select seen_from, config from resource_version where account_id = r.account_id and resource_id = r.id
        ) v where date_trunc('milliseconds', v.seen_from) = m.at limit 1
      ) became on true
      left join lateral (
        select config from resource_version
        where account_id = r.account_id and resource_id = r.id and seen_from < became.seen_from
        order by seen_from desc limit 1
      ) before on true
      order by m.position`.execute(this.#db);
    return rows;
  }

  /** What each resource was at its moment and what it is now, in their order; `before` is `null` where that is not known. */
  async since(moments: readonly ResourceMoment[]) {
    const { rows } = await sql<{ before: Config | null; now: Config }>`
      select case when date_trunc('milliseconds', r.seen_from) <= m.at then r.config else v.config end as before, r.config as now
      from ${momentsTable(moments)}
      join resource r on r.id = m.id
      left join lateral (
        select config from resource_version
        where account_id = r.account_id and resource_id = r.id
          and date_trunc('milliseconds', seen_from) <= m.at and date_trunc('milliseconds', seen_to) > m.at
        order by seen_from desc limit 1
      ) v on true
      order by m.position`.execute(this.#db);
    return rows;
  }
}

function momentsTable(moments: readonly ResourceMoment[]) {
  const [keys, times] = [moments.map(({ key }) => key), moments.map(({ at }) => at.toISOString())];
  return sql`unnest(${keys}::uuid[], ${times}::timestamptz[]) with ordinality as m (id, at, position)`;
}
