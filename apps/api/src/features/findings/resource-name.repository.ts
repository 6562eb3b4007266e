import { sql, type Kysely } from 'kysely';
import { beginsWith } from '../../store/like.ts';
import type { Tables } from '../../store/tables.ts';

/** How many resources of a type are looked at: many may have the same name. */
const LOOK_AT = 200;

/** Names of the resources that are there. */
export class ResourceNameRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Names that begin so, by their order: of each type, as the index of resources begins with it, some. */
  async startingWith(prefix: string, limit: number): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select distinct r.name from (select distinct type from type_coverage) t
      cross join lateral (
        select r.name from resource r
        where r.type = t.type and r.deleted_at is null and ${beginsWith(sql`r.name`, prefix)}
          and exists (select from account a where a.id = r.account_id)
        order by r.type, r.name limit ${sql.lit(LOOK_AT)}
      ) r
      order by 1 limit ${limit}`.execute(this.#db);
    return rows.map(({ name }) => name);
  }
}
