import { sql, type Kysely } from 'kysely';
import type { FindingEventTable, Tables } from '../../store/tables.ts';

export class FindingDeltaRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Of each finding the newest event since the newest scan that covered its rule and region; none where nothing happened. */
  async newestEvents(ids: readonly string[]) {
    const { rows } = await sql<{ id: string; kind: FindingEventTable['kind'] }>`
      select f.id, e.kind from finding f
      join scan_coverage c on c.account_id = f.account_id and c.region = f.region and c.rule_key = f.rule_key
      cross join lateral (
        select kind from finding_event
        where account_id = f.account_id and finding_id = f.id and at >= c.at order by id desc limit 1
      ) e
      where f.id = any(${ids}::uuid[])`.execute(this.#db);
    return rows;
  }
}
