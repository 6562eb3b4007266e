import type { RecordedResource } from '@plumbline/model';
import * as fc from 'fast-check';
import type { Rule } from '../../kernel/define-rule.ts';
import type { RuleCase } from '../test-rule.ts';
import { change, changed } from './fitting.ts';
import { damage, damaged } from './hostile.ts';
import type { Seeds } from './seeds.ts';

/** A rule's cases, some steps further. */
export function caseArbitraries(seeds: Seeds) {
  const seedOf = (rule: Rule) => fc.constantFrom(...seeds.casesOf(rule));
  return {
    /** Resources that fit their types. */
    fitting: (rule: Rule): fc.Arbitrary<RuleCase> =>
      fc
        .tuple(seedOf(rule), fc.array(change, { maxLength: 6 }))
        .map(([seed, changes]) => step(seed, changes, (resource, each) => changed(resource, each, seeds.resources))),
    /** Resources whose facets are anything at all. */
    hostile: (rule: Rule): fc.Arbitrary<RuleCase> =>
      fc
        .tuple(seedOf(rule), fc.array(damage, { minLength: 1, maxLength: 4 }))
        .map(([seed, damages]) => step(seed, damages, damaged)),
  };
}

/** The case with other resources in the places of its own. */
export function mapResources(
  { resource, with: others = [], ...rest }: RuleCase,
  map: (resource: RecordedResource, index: number) => RecordedResource,
): RuleCase {
  return { ...rest, resource: map(resource, 0), with: others.map((other, index) => map(other, index + 1)) };
}

/** Takes one step after the other, each with one of the resources. */
function step<Step extends { readonly where: number }>(
  seed: RuleCase,
  steps: readonly Step[],
  take: (resource: RecordedResource, each: Step) => RecordedResource,
): RuleCase {
  const count = 1 + (seed.with?.length ?? 0);
  return steps.reduce(
    (case_, each) =>
      mapResources(case_, (resource, index) =>
        index === each.where % count ? take(resource, { ...each, where: Math.floor(each.where / count) }) : resource,
      ),
    seed,
  );
}
