import { sql, type Kysely } from 'kysely';
import type { Stretch } from '../../graphql/page-loader.ts';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import type { FindingEventTable, Tables } from '../../store/tables.ts';

export interface TimelineRow {
  /** The finding's key. */
  readonly owner: string;
  readonly scan_id: string;
  readonly at: Date;
  readonly kind: FindingEventTable['kind'];
  readonly message: string;
  readonly id: number;
}

export interface PlacedTimelineRow extends TimelineRow {
  readonly position: readonly string[];
}

/** Newest first. */
export const TIMELINE_ORDER: readonly SortKey[] = [{ column: 'e.id', type: 'bigint', descending: true }];

export class TimelineRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A stretch of each finding's events. */
  async events(keys: readonly string[], { after, limit }: Stretch): Promise<readonly PlacedTimelineRow[]> {
    const { rows } = await sql<PlacedTimelineRow>`
      select f.id as owner, page.* from finding f
      cross join lateral (
        select e.id, e.scan_id, e.at, e.kind, e.message, ${positionOf(TIMELINE_ORDER)} as position from finding_event e
        where e.account_id = f.account_id and e.finding_id = f.id
          and ${after === null ? sql`true` : isAfter(TIMELINE_ORDER, after)}
        order by ${sortedBy(TIMELINE_ORDER)} limit ${limit}
      ) page
      where f.id = any(${keys}::uuid[])
      order by f.id, page.id desc`.execute(this.#db);
    return rows;
  }

  /** By their own keys. */
  async byIds(ids: readonly string[]): Promise<readonly TimelineRow[]> {
    const { rows } = await sql<TimelineRow>`
      select finding_id as owner, id, scan_id, at, kind, message from finding_event where id = any(${ids}::bigint[])`.execute(
      this.#db,
    );
    return rows;
  }

  async counts(keys: readonly string[]) {
    const { rows } = await sql<{ id: string; n: number }>`
      select f.id, (select count(*)::int from finding_event e where e.account_id = f.account_id and e.finding_id = f.id) as n
      from finding f where f.id = any(${keys}::uuid[])`.execute(this.#db);
    return rows;
  }
}
