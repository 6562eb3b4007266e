import type { Rule } from '../../src/kernel/define-rule.ts';
import type { RuleCases } from '../../src/testing/test-rule.ts';

export { outcomeOf, TEST_NOW } from '../../src/testing/test-rule.ts';

interface Collected {
  readonly rule: Rule;
  readonly cases: RuleCases;
}

export const collected: Collected[] = [];

/** Stands in for the `testRule` that holds rules to their cases: it keeps them. */
export function testRule(rule: Rule, cases: RuleCases): void {
  collected.push({ rule, cases });
}
