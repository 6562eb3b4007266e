import { TEST_ACCOUNT } from '@plumbline/model/testing';
import type { Rule } from '../kernel/define-rule.ts';
import { outcomeOf, type RuleCase } from './test-rule.ts';

/** The command that a failing case is answered with. */
export async function fixFor(rule: Rule, each: RuleCase): Promise<string> {
  const outcome = await outcomeOf(rule, each);
  if (outcome.status !== 'fail') throw new Error(`${rule.id} does not fail: ${outcome.status}`);
  const { id, name, region } = each.resource;
  const localId = id.slice(id.lastIndexOf('/') + 1);
  const { evidence } = outcome;
  return rule.remediation.cli({ id, localId, name, region, account: TEST_ACCOUNT, partition: 'aws', evidence });
}
