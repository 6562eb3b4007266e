import { askedFacets } from '../../src/kernel/evaluate.ts';
import type { Rule } from '../../src/kernel/define-rule.ts';
import type { Evaluated, OutcomeStatus } from '../../src/kernel/outcome.ts';
import type { RuleExample } from '../../src/examples.ts';
import { outcomeOf, type RuleCase } from '../../src/testing/test-rule.ts';

/** A case as people read it. Where the rule does not do what its test expects, only the expectation is told: `npm test` says so. */
export async function exampleOf(rule: Rule, expected: OutcomeStatus, each: RuleCase): Promise<RuleExample> {
  const outcome = await outcomeOf(rule, each);
  const failure = outcome.status === 'fail' ? outcome : null;
  const facets = Object.entries(each.resource.facets).filter(([facet]) => askedFacets(rule).includes(facet));
  return {
    name: nameOf(each),
    expected,
    says: outcome.status === expected ? saidBy(outcome) : null,
    severity: failure?.severity ?? null,
    severityReason: failure?.severityReason ?? null,
    config: Object.fromEntries(facets),
  };
}

/** Without the number that a case may have for those who keep the rules. */
function nameOf({ name }: RuleCase): string {
  return name.replace(/^item \d+: /, '');
}

function saidBy(outcome: Evaluated): string | null {
  if (outcome.status === 'pass') return null;
  if (outcome.status === 'fail') return outcome.message;
  if (outcome.status === 'not-applicable') return outcome.because;
  return `Missing: ${outcome.missing.map(({ fact }) => fact).join(', ')}.`;
}
