import { sql, type RawBuilder } from 'kysely';
import type { TagMatch } from '../../graphql/tag-match.ts';
import type { Moments } from '../../graphql/time-range.ts';
import { contains, likePattern } from '../../store/like.ts';
import { allows, type Choice } from './choice.ts';
import { hasDelta, isInDiff } from './event-conditions.repository.ts';
import type { FindingCriteria, ResourceNames, RowCondition, TextCondition } from './finding-criteria.ts';

/** Whether `finding_count` has all the columns that the criteria need. */
export function isCounted({ rows }: FindingCriteria): boolean {
  return rows.length === 0;
}

/** The condition on `f`: a `finding`, or a `finding_count` where that is enough. */
export function matching(criteria: FindingCriteria): RawBuilder<boolean> {
  const rules = criteria.rules.filter((rule) => allows(criteria.rule, rule));
  const conditions = [
    sql<boolean>`f.rule_key = any(${rules}::text[])`,
    ...chosen('account_id', 'uuid', criteria.account),
    ...chosen('region', 'text', criteria.region),
    ...chosen('service', 'text', criteria.service),
    ...chosen('resource_type', 'text', criteria['resource-type']),
    ...chosen('severity', 'smallint', criteria.severity),
    ...chosen('result', 'text', criteria.result),
    ...criteria.rows.map(rowMatches),
  ];
  return sql.join<boolean>(conditions, sql` and `);
}

function chosen<T>(name: string, type: string, { only, except }: Choice<T>): readonly RawBuilder<boolean>[] {
  const column = sql.ref(`f.${name}`);
  const list = (values: readonly T[]) => sql`${values}::${sql.raw(type)}[]`;
  const conditions: RawBuilder<boolean>[] = [];
  // The planner knows more of one value than of a list of one.
  if (only?.length === 1) conditions.push(sql`${column} = ${only[0]}::${sql.raw(type)}`);
  else if (only) conditions.push(sql`${column} = any(${list(only)})`);
  if (except.length > 0) conditions.push(sql`${column} <> all(${list(except)})`);
  return conditions;
}

function rowMatches(condition: RowCondition): RawBuilder<boolean> {
  const matches = rowHas(condition);
  return condition.negated ? sql`not (${matches})` : matches;
}

/** Never null, so that it can be negated. */
function rowHas(condition: RowCondition): RawBuilder<boolean> {
  switch (condition.field) {
    case 'id':
      return sql`f.id = any(${condition.ids}::uuid[])`;
    case 'resource':
      return onResource(condition.names);
    case 'tag':
      return tagged(condition.tags);
    case 'first-seen':
      return isDuring('f.first_seen_at', condition.during);
    case 'resolved':
      return isDuring('f.resolved_at', condition.during);
    case 'delta':
      return hasDelta(condition.deltas);
    case 'diff':
      return isInDiff(condition);
    case 'stale':
      return sql`f.stale`;
    case 'text':
      return hasText(condition);
  }
}

function hasText({ text, rules }: TextCondition): RawBuilder<boolean> {
  const found = contains(sql`f.search`, text.toLowerCase());
  return rules.length === 0 ? found : sql<boolean>`(f.rule_key = any(${rules}::text[]) or ${found})`;
}

function onResource({ ids, patterns }: ResourceNames): RawBuilder<boolean> {
  if (patterns.length === 0) return sql`f.resource_id = any(${ids}::uuid[])`;
  const likes = sql`${patterns.map(likePattern)}::text[]`;
  return resourceHas([
    sql`subject.id = any(${ids}::uuid[])`,
    sql`subject.external_id like any(${likes})`,
    sql`subject.name like any(${likes})`,
  ]);
}

function tagged(tags: readonly TagMatch[]): RawBuilder<boolean> {
  return resourceHas(
    tags.map(({ key, value }) =>
      typeof value === 'string'
        ? sql`subject.tags @> jsonb_build_object(${key}::text, ${value}::text)`
        : sql`subject.tags ? ${key}`,
    ),
  );
}

/** A join in the planner's eyes, negated or not, where `in (…)` would be a list to search for each finding. */
function resourceHas(oneOf: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return sql`exists (select from resource as subject
    where subject.account_id = f.account_id and subject.id = f.resource_id and (${sql.join(oneOf, sql` or `)}))`;
}

function isDuring(column: string, { from, to }: Moments): RawBuilder<boolean> {
  const time = sql.ref(column);
  const conditions = [sql<boolean>`${time} is not null`];
  if (from) conditions.push(sql`${time} >= ${from}`);
  if (to) conditions.push(sql`${time} < ${to}`);
  return sql.join<boolean>(conditions, sql` and `);
}
