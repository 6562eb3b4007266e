import type { PolicyStatement } from '@plumbline/model';
import { bucket, group, policyDocument } from '@plumbline/model/testing';
import { afterEach, expect, test } from 'vitest';
import { covers, overlaps } from '../lib/wildcard.ts';
import { rules } from '../registry.generated.ts';
import { outcomeOf } from '../testing/test-rule.ts';
import { beginEffort, endEffort, spend } from './effort.ts';

afterEach(endEffort);

function statement(index: number): PolicyStatement {
  return {
    Effect: index % 2 ? 'Deny' : 'Allow',
    Action: ['iam:Put*Policy', `s3:Get*${index}`],
    Resource: `arn:aws:iam::111122223333:*/${index}-*`,
  };
}

test('what is spent is counted from the beginning of one evaluation to its end', () => {
  beginEffort();
  spend(2_000_000);
  expect(() => spend(2_000_000)).toThrow('there is too much in it to compare');
  beginEffort();
  expect(() => spend(2_000_000)).not.toThrow();
  endEffort();
  expect(() => spend(1e12)).not.toThrow();
});

test.each([
  ['covers', covers],
  ['overlaps', overlaps],
])('%s gives up on texts made to be gone over again and again', (_name, compare) => {
  beginEffort();
  expect(() => compare(`*${'a'.repeat(5000)}c`, `${'a'.repeat(1_000_000)}*`)).toThrow('too much');
});

test('a policy of 100,000 statements is unknown where they must be held against each other', async () => {
  const statements = Array.from({ length: 100_000 }, (_, index) => statement(index));
  const resource = group({
    details: { GroupPolicyList: [{ PolicyName: 'huge', PolicyDocument: { Statement: statements } }] },
  });
  const rule = rules.find(({ id }) => id === 'aws-iam-group-cannot-escalate');
  if (!rule) throw new Error('no such rule');
  const outcome = await outcomeOf(rule, { name: '', resource });
  expect(outcome.status).toBe('unknown');
});

test('a policy of 10 MB does not make a message of 10 MB', async () => {
  const policy = policyDocument({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Sid: 'a'.repeat(1e7) });
  const resource = bucket({ publicAccessBlock: null, policy: { ...policy, Id: 'b'.repeat(1e7) } });
  for (const rule of rules.filter((each) => each.resource === resource.type)) {
    const outcome = await outcomeOf(rule, { name: '', resource });
    expect(outcome.status === 'fail' ? outcome.message.length : 0).toBeLessThanOrEqual(1000);
  }
});
