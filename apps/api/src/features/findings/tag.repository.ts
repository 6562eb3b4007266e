import { sql, type Kysely } from 'kysely';
import { contains } from '../../store/like.ts';
import type { Tables } from '../../store/tables.ts';

/** How many resources are looked at: enough to meet whatever is common. */
const LOOK_AT = 20_000;

const hasAccount = sql`exists (select from account a where a.id = account_id)`;

/** Tags of the resources that are there. */
export class TagRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Keys that have a text in them, the most frequent first. */
  keys(like: string, limit: number): Promise<readonly string[]> {
    return this.#values(sql`
      select tag.value from (select tags from resource where deleted_at is null and tags <> '{}' and ${hasAccount} limit ${sql.lit(LOOK_AT)}) r
      cross join lateral jsonb_object_keys(r.tags) as tag (value)
      where ${contains(sql`tag.value`, like)} group by 1 order by count(*) desc, 1 limit ${limit}`);
  }

  /** Values of a key that have a text in them, the most frequent first. */
  values(key: string, like: string, limit: number): Promise<readonly string[]> {
    return this.#values(sql`
      select tag.value
      from (select tags->>${key} as value from resource where deleted_at is null and tags ? ${key} and ${hasAccount} limit ${sql.lit(LOOK_AT)}) tag
      where ${contains(sql`tag.value`, like)} group by 1 order by count(*) desc, 1 limit ${limit}`);
  }

  async #values(query: ReturnType<typeof sql>): Promise<readonly string[]> {
    const { rows } = (await query.execute(this.#db)) as { rows: readonly { readonly value: string }[] };
    return rows.map(({ value }) => value);
  }
}
