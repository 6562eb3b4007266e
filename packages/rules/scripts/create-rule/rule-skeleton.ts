import { CATALOGUE } from '@plumbline/model';
import { CATEGORIES } from '../../src/kernel/define-rule.ts';
import { SEVERITIES } from '../../src/kernel/severity.ts';
import type { RuleRequest } from './rule-request.ts';
import { subjectOf } from '../../src/kernel/subject.ts';
import { camelCase } from './camel-case.ts';

/** A rule with all its fields, which compiles, and judges nothing yet. */
export function ruleSkeleton({ provider, service, name, type }: RuleRequest): string {
  const facets = Object.keys(CATALOGUE[type].facets);
  const [facet] = facets;
  const subject = subjectOf(type).replaceAll('-', ' ');
  return `
import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';

export const ${camelCase(name)} = defineRule({
  id: '${provider}-${service}-${name}',
  title: 'TODO: the truth it wants, such as "Buckets block public access"',
  description: 'TODO: what is looked at, and what decides.',
  risk: 'TODO: what someone could do with it.',
  attack: 'TODO: how someone uses it, from the first step to the harm. Two to four sentences.',
  audit: {
    console: ['TODO: where to look in the console.'],
    cli: ({ name }) => sh\`aws TODO-service get-TODO --name \${name}\`,
    good: 'TODO: what the command answers where all is well.',
  },
  severity: 'medium', // TODO: ${SEVERITIES.join(', ')}
  categories: ['${CATEGORIES[0]}'], // TODO: ${CATEGORIES.join(', ')}
  resource: '${type}',
  reads: ['${facet}'], // TODO: the facets that decide, of ${facets.join(', ')}
  controls: {}, // TODO: what it gives evidence for, such as { 'cis-aws': ['s3-bpa'], fsbp: ['S3.8'] }; those of NIST are derived
  remediation: {
    summary: 'TODO: what to do, in a sentence or two.',
    impact: 'TODO: what can break.',
    effort: 'minutes', // TODO: minutes, hours, days
    console: ['TODO: the steps in the console.'],
    cli: ({ name }) => sh\`aws TODO --name \${name}\`,
    terraform: ({ name }) => \`resource "TODO" "\${hclName(name)}" {
  name = \${hclString(name)}
}\`,
    cloudformation: ({ name }) => \`${camelCase(`-${subjectOf(type)}`)}:
  Type: ${type}
  Properties:
    TODO: \${JSON.stringify(name)}\`,
    docs: 'https://docs.aws.amazon.com/TODO',
  },

  evaluate: ({ ${facet} }) => {
    // TODO: return \`pass\`, \`notApplicable('…')\`, \`unknown(…)\`, or
    // { status: 'fail', message: '…', evidence: [{ pointer: '/${facet}/…', expected: 'is …' }] }
    throw new Error(\`TODO: judge this ${subject}: \${JSON.stringify(${facet})}\`);
  },
});
`;
}
