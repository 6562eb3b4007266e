import { keyOf } from '../../graphql/global-id.ts';
import { momentsOf, type TimeRange } from '../../graphql/time-range.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { FindingExclusion, FindingFilter } from './finding-filter.args.ts';
import type { ResourceNames, RowCondition } from './finding-criteria.ts';

interface RowNames {
  readonly catalogue: RuleCatalogue;
  /** To count ages from. */
  readonly now: Date;
}

/** The conditions of filters that only the findings themselves can tell, not the counts of them. */
export function rowConditions(
  filters: readonly FindingFilter[],
  exclusions: readonly FindingExclusion[],
  names: RowNames,
): readonly RowCondition[] {
  return [
    ...filters.flatMap(({ ids }) => idCondition(ids ?? [])),
    ...filters.flatMap((filter) => conditionsOf(filter, false, names)),
    ...exclusions.flatMap((exclusion) => conditionsOf(exclusion, true, names)),
  ];
}

function idCondition(ids: readonly string[]): readonly RowCondition[] {
  if (ids.length === 0) return [];
  return [{ field: 'id', negated: false, ids: ids.map((id) => keyOf('finding', id)).filter((key) => key !== null) }];
}

function conditionsOf(
  traits: FindingExclusion,
  negated: boolean,
  { catalogue, now }: RowNames,
): readonly RowCondition[] {
  const { resource, tag, delta, firstSeen, resolved, stale, text } = traits;
  const conditions: RowCondition[] = [];
  const during = (range: TimeRange) => momentsOf(range, now);
  if (resource && resource.length > 0) conditions.push({ field: 'resource', negated, names: resourceNames(resource) });
  if (tag && tag.length > 0) conditions.push({ field: 'tag', negated, tags: tag });
  if (delta && delta.length > 0) conditions.push({ field: 'delta', negated, deltas: delta });
  if (firstSeen) conditions.push({ field: 'first-seen', negated, during: during(firstSeen) });
  if (resolved) conditions.push({ field: 'resolved', negated, during: during(resolved) });
  if (typeof stale === 'boolean') conditions.push({ field: 'stale', negated: negated === stale });
  if (text) conditions.push({ field: 'text', negated, text, rules: catalogue.withText(text) });
  return conditions;
}

function resourceNames(names: readonly string[]): ResourceNames {
  return {
    ids: names.map((name) => keyOf('resource', name)).filter((key) => key !== null),
    patterns: names.filter((name) => keyOf('resource', name) === null),
  };
}
