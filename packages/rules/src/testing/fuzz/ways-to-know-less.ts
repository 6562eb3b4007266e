import type { RecordedResource } from '@plumbline/model';
import type { Rule } from '../../kernel/define-rule.ts';
import type { AnyRelation } from '../../kernel/relation.ts';
import type { RuleCase } from '../test-rule.ts';

interface Way {
  /** The fact that is taken away. */
  readonly what: string;
  /** Whether the rule has no answer without it. */
  readonly isRequired: boolean;
  readonly left: RuleCase;
}

/** The facts that a rule declares, each taken away from a case: facets of its resource and of what it is related to, and listings. */
export function waysToKnowLess(rule: Rule, from: RuleCase): readonly Way[] {
  const { resource, with: others = [], unlisted = [] } = from;
  const relations: readonly AnyRelation[] = Object.values(rule.needs);
  const required = new Set([...rule.reads, ...relations.flatMap(({ reads }) => reads)]);
  return [
    ...[...required, ...rule.mayRead].map((what): Way => ({
      what,
      isRequired: required.has(what),
      left: { ...from, resource: without(resource, what) },
    })),
    ...relations.flatMap(({ to, facets }): readonly Way[] => [
      ...facets.map((facet) => ({
        what: `${to}.${facet}`,
        isRequired: false,
        left: { ...from, with: others.map((other) => (other.type === to ? without(other, facet) : other)) },
      })),
      {
        what: `the listing of ${to}`,
        isRequired: false,
        left: {
          ...from,
          with: others.filter(({ type }) => type !== to),
          unlisted: [...unlisted, ...['global', resource.region].map((region) => ({ type: to, region }))],
        },
      },
    ]),
  ];
}

function without(resource: RecordedResource, facet: string): RecordedResource {
  const facets = Object.entries(resource.facets).filter(([name]) => name !== facet);
  return { ...resource, facets: Object.fromEntries(facets) };
}
