import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';
import type { ScanPart } from '../../end-scan.ts';
import type { MissingResources } from '../unseen.ts';

/** Takes staged resources over: what they were before moves to `resource_version`. */
export async function mergeResources(
  trx: Transaction<Tables>,
  { scanId, accountId }: ScanPart,
  missing: MissingResources,
): Promise<void> {
  await sql`
    insert into resource_version (account_id, resource_id, seen_from, seen_to, name, tags, config, hash)
    select old.account_id, old.id, old.seen_from, coalesce(old.deleted_at, now()), old.name, old.tags, old.config, old.hash
    from stage_resource as stage join resource as old using (account_id, id)
    where stage.account_id = ${accountId} and stage.scan_id = ${scanId} and stage.known and ${differs('old', 'stage')}`.execute(
    trx,
  );
  await sql`
    update resource set
      type = seen.type, service = seen.service, region = seen.region, external_id = seen.external_id,
      name = seen.name, tags = seen.tags, config = seen.config, hash = seen.hash,
      seen_from = case when ${differs('resource', 'seen')} then now() else resource.seen_from end,
      last_seen_at = null, deleted_at = null
    from stage_resource as seen
    where seen.account_id = ${accountId} and seen.scan_id = ${scanId} and seen.known
      and resource.account_id = seen.account_id and resource.id = seen.id`.execute(trx);
  await sql`
    insert into resource (account_id, id, type, service, region, external_id, name, tags, config, hash, first_seen_at, seen_from)
    select account_id, id, type, service, region, external_id, name, tags, config, hash, now(), now()
    from stage_resource as seen where account_id = ${accountId} and scan_id = ${scanId} and not known`.execute(trx);
  if (missing.absent.length > 0)
    await sql`
      update resource set deleted_at = now(), last_seen_at = null
      where account_id = ${accountId} and id = any(${missing.absent}::uuid[])`.execute(trx);
  if (missing.unseen.length > 0)
    await sql`
      update resource set last_seen_at = coalesce(
        (select at from type_coverage as covered
          where covered.account_id = resource.account_id and covered.region = resource.region and covered.type = resource.type),
        seen_from)
      where account_id = ${accountId} and id = any(${missing.unseen}::uuid[])`.execute(trx);
}

/** A hash is of JSON text: where only the order of its keys is another, nothing is. */
function differs(before: string, seen: string) {
  const [old, now] = [before, seen].map((table) =>
    sql.join(['region', 'name', 'tags', 'config'].map((column) => sql.ref(`${table}.${column}`))),
  );
  return sql`(${sql.ref(`${before}.hash`)} <> ${sql.ref(`${seen}.hash`)} and (${old}) is distinct from (${now}))`;
}
