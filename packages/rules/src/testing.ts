export { outcomeOf, testRule, TEST_NOW } from './testing/test-rule.ts';
export type { FailCase, NotApplicableCase, RuleCase, RuleCases, UnknownCase } from './testing/test-rule.ts';
