import { sql, type RawBuilder } from 'kysely';
import { contains, likePattern } from '../../store/like.ts';
import type { FindingCriteria } from './finding-criteria.ts';

/** Whether `finding_count` has all the columns that the criteria need. */
export function isCounted({ ids, resource, texts }: FindingCriteria): boolean {
  return ids === null && resource === null && texts.length === 0;
}

/** The condition on `f`: a `finding`, or a `finding_count` where that is enough. */
export function matching(criteria: FindingCriteria): RawBuilder<boolean> {
  const { account, region, service, rule, severity, result, ids, resource, texts } = criteria;
  const types = criteria['resource-type'];
  const conditions: RawBuilder<unknown>[] = [sql`f.rule_key = any(${rule}::text[])`];
  if (account) conditions.push(sql`f.account_id = any(${account}::uuid[])`);
  if (region) conditions.push(sql`f.region = any(${region}::text[])`);
  if (service) conditions.push(sql`f.service = any(${service}::text[])`);
  if (types) conditions.push(sql`f.resource_type = any(${types}::text[])`);
  if (severity) conditions.push(sql`f.severity = any(${severity}::smallint[])`);
  if (result)
    conditions.push(result.length === 1 ? sql`f.result = ${result[0]}` : sql`f.result = any(${result}::text[])`);
  if (ids) conditions.push(sql`f.id = any(${ids}::uuid[])`);
  if (resource)
    conditions.push(sql`(f.resource_id = any(${resource.ids}::uuid[]) or f.resource_id in (
      select id from resource where external_id like any(${resource.patterns.map(likePattern)}::text[])))`);
  for (const text of texts) conditions.push(contains(sql`f.search`, text));
  return sql.join<boolean>(conditions, sql` and `);
}
