import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/** What a step looked at and deleted. */
export interface Step {
  readonly deleted: number;
  /** Where the next step goes on; `null` at the end. */
  readonly next: readonly string[] | null;
}

/** Looks at some of the events before a time, and deletes those of findings that are not open. */
export async function deleteOldEvents(
  db: Kysely<Tables>,
  before: Date,
  { after, limit }: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<Step> {
  const [account, at, id] = after ?? [];
  const { rows } = await sql<Step>`
    with looked_at as (
      select e.account_id, e.at, e.id, e.finding_id from finding_event e
      where e.at < ${before} and ${after ? sql`(e.account_id, e.at, e.id) > (${account}::uuid, ${at}::timestamptz, ${id}::bigint)` : sql`true`}
      order by e.account_id, e.at, e.id limit ${limit}
    ),
    gone as (
      delete from finding_event where id in (
        select l.id from looked_at l join finding f on f.account_id = l.account_id and f.id = l.finding_id
        where f.result not in ('fail', 'unknown')
      ) returning 1
    )
    select (select count(*)::int from gone) as deleted, (
      select array[account_id::text, at::text, id::text] from looked_at
      where (select count(*) from looked_at) = ${limit} order by account_id desc, at desc, id desc limit 1
    ) as next`.execute(db);
  return rows[0] as Step;
}

/**
 * Looks at some of the contents that resources had until before a time, and deletes those that no open finding was last evaluated on.
 * What a resource is now is not among them.
 */
export async function deleteOldVersions(
  db: Kysely<Tables>,
  before: Date,
  { after, limit }: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<Step> {
  const [seenTo, resource] = after ?? [];
  const { rows } = await sql<Step>`
    with looked_at as (
      select v.account_id, v.resource_id, v.seen_from, v.seen_to from resource_version v
      where v.seen_to < ${before} and ${after ? sql`(v.seen_to, v.resource_id) > (${seenTo}::timestamptz, ${resource}::uuid)` : sql`true`}
      order by v.seen_to, v.resource_id limit ${limit}
    ),
    gone as (
      delete from resource_version as v using looked_at l
      where v.account_id = l.account_id and v.resource_id = l.resource_id and v.seen_from = l.seen_from and not exists (
        select from finding f
        left join scan_coverage c on c.account_id = f.account_id and c.region = f.region and c.rule_key = f.rule_key
        where f.account_id = l.account_id and f.resource_id = l.resource_id and f.result in ('fail', 'unknown')
          and coalesce(case when f.stale then f.last_seen_at end, greatest(f.last_seen_at, c.at), f.first_seen_at)
            between date_trunc('milliseconds', l.seen_from) and l.seen_to
      ) returning 1
    )
    select (select count(*)::int from gone) as deleted, (
      select array[seen_to::text, resource_id::text] from looked_at
      where (select count(*) from looked_at) = ${limit} order by seen_to desc, resource_id desc limit 1
    ) as next`.execute(db);
  return rows[0] as Step;
}
