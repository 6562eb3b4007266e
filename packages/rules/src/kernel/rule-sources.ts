import { typeEntry, type FacetSource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { askedFacets } from './evaluate.ts';

interface Need {
  readonly type: string;
  readonly facets: readonly string[];
}

/** IAM actions that a rule's answer takes: to list what it looks at and is related to, and to read the facets of both. */
export function requiredPermissions(rule: Rule): readonly string[] {
  const actions = needsOf(rule).flatMap((need) => [
    ...(typeEntry(need.type) ? [typeEntry(need.type)?.listing.action as string] : []),
    ...sourcesOf(need).map((source) => source.action),
  ]);
  return [...new Set(actions)].toSorted();
}

/** API calls that the facets a rule reads come from, its own resource's first. */
export function collectedFrom(rule: Rule): readonly string[] {
  return [
    ...new Set(
      needsOf(rule)
        .flatMap(sourcesOf)
        .map((source) => source.call),
    ),
  ];
}

function needsOf(rule: Rule): readonly Need[] {
  const relations = Object.values(rule.needs).map(({ to, facets }): Need => ({ type: to, facets }));
  return [{ type: rule.resource, facets: askedFacets(rule) }, ...relations];
}

function sourcesOf({ type, facets }: Need): readonly FacetSource[] {
  const sources = typeEntry(type)?.facets ?? {};
  return facets.flatMap((facet) => sources[facet] ?? []);
}
