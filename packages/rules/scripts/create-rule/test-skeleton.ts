import { CATALOGUE, facetSource } from '@plumbline/model';
import { builderOf } from './builder-of.ts';
import type { RuleRequest } from './rule-request.ts';
import { camelCase } from './camel-case.ts';

/** The test of a new rule: its pass and its failure are of the same resource, so that no rule meets both as they stand. */
export function testSkeleton({ name, type }: RuleRequest): string {
  const [facet = ''] = Object.keys(CATALOGUE[type].facets);
  const builder = builderOf(type);
  return `
import { ${builder}, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { ${camelCase(name)} } from './${name}.ts';

// TODO: names that read as sentences after "passes: ", "fails: ", "is unknown: ". Near misses are the valuable ones.
testRule(${camelCase(name)}, {
  pass: [{ name: 'TODO: what passes', resource: ${builder}() }],
  fail: [
    {
      name: 'TODO: what fails',
      resource: ${builder}(), // TODO: ${builder}({ … })
      message: 'TODO: a part of what the rule says',
      pointers: ['/${facet}'],
    },
  ],
  unknown: [
    {
      name: 'TODO: what could not be read',
      resource: { ...${builder}(), facets: { ${facet}: notCollected('${facetSource(type, facet)?.action}') } },
      missing: ['${facet}'],
    },
  ],
});
`;
}
