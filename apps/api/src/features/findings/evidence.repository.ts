import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/** A resource at a time. */
export interface Moment {
  readonly resourceKey: string;
  readonly at: Date;
}

export interface Content {
  readonly config: Record<string, unknown>;
  /** When it was last read. */
  readonly read_at: Date;
}

export class EvidenceRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** What each resource was at its moment, in their order. */
  async contents(moments: readonly Moment[]): Promise<readonly Content[]> {
    const { rows } = await sql<Content>`
      select coalesce(v.config, r.config) as config,
        case when v.config is null then coalesce(r.last_seen_at, r.deleted_at, greatest(c.at, r.seen_from)) else least(v.seen_to, m.at) end as read_at
      from unnest(${moments.map((moment) => moment.resourceKey)}::uuid[], ${moments.map((moment) => moment.at.toISOString())}::timestamptz[])
        with ordinality as m (id, at, position)
      join resource r on r.id = m.id
      left join type_coverage c on c.account_id = r.account_id and c.region = r.region and c.type = r.type
      left join lateral (
        select config, seen_to from resource_version
        where account_id = r.account_id and resource_id = r.id and date_trunc('milliseconds', r.seen_from) > m.at and date_trunc('milliseconds', seen_from) <= m.at
        order by seen_from desc limit 1
      ) v on true
      order by m.position`.execute(this.#db);
    return rows;
  }
}
