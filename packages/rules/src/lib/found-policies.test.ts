import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '../kernel/outcome.ts';
import type { RemediationTarget } from '../kernel/remediation.ts';
import { detachCommand } from './detach-policy.ts';
import { narrowAtHolder, READ_ONE_BUCKET } from './narrow-policy.ts';
import { readInline, readPolicies, simulate } from './policy-audits.ts';

const DEPLOY = 'arn:aws:iam::111122223333:policy/team/deploy';
const GROUP = 'arn:aws:iam::111122223333:group/teams/developers';

function user(...evidence: readonly (readonly [field: string, actual: string, of?: string])[]): RemediationTarget {
  return {
    id: 'arn:aws:iam::111122223333:user/ann',
    localId: 'ann',
    name: 'ann',
    region: 'global',
    account: '111122223333',
    partition: 'aws',
    evidence: evidence.map(([field, actual, of]): EvidenceItem => ({
      pointer: `/authorizationDetails/${field}`,
      actual,
      expected: '',
      missing: false,
      ok: false,
      of: of ?? null,
    })),
  };
}

const own = ['UserPolicyList/0/PolicyName', 'all'] as const;
const ofGroup = ['GroupPolicyList/0/PolicyName', 'more', GROUP] as const;
const attached = ['AttachedManagedPolicies/0/PolicyArn', DEPLOY] as const;

describe('the policies of a finding', () => {
  test('are read where they are: at the user, at its group, or by themselves', () =>
    expect(
      readPolicies('user', user(own, ofGroup, attached, own))
        .split('\n')
        .slice(3),
    ).toEqual([
      'aws iam get-user-policy --user-name ann --policy-name all',
      'aws iam get-group-policy --group-name developers --policy-name more',
      `aws iam get-policy-version --policy-arn ${DEPLOY} --version-id "$(aws iam get-policy --policy-arn ${DEPLOY} --query Policy.DefaultVersionId --output text)"`,
    ]));

  test('are taken away where they are', () =>
    expect(detachCommand('user', user(ofGroup, ['AttachedManagedPolicies/0/PolicyArn', DEPLOY, GROUP]))).toBe(
      `aws iam delete-group-policy --group-name developers --policy-name more
aws iam detach-group-policy --group-name developers --policy-arn ${DEPLOY}`,
    ));

  test('are narrowed where they are', () => {
    expect(narrowAtHolder('user', user(ofGroup), READ_ONE_BUCKET)).toMatch(
      /\naws iam put-group-policy --group-name developers --policy-name more /,
    );
    expect(narrowAtHolder('user', user(attached), READ_ONE_BUCKET)).toMatch(
      /\naws iam put-user-policy --user-name ann --policy-name ann-narrow .*\naws iam detach-user-policy --user-name ann --policy-arn /,
    );
  });
});

test('on a rule’s own page a placeholder stands for the policy', () =>
  expect(readInline('role', { ...user(), name: 'ROLE_NAME' })).toBe(
    `aws iam list-role-policies --role-name ROLE_NAME
# Put each name for POLICY_NAME.
aws iam get-role-policy --role-name ROLE_NAME --policy-name POLICY_NAME`,
  ));

test('the simulator is asked one action at a time', () =>
  expect(
    simulate(user(), [
      ['iam:PassRole', 'arn:aws:iam::111122223333:role/any'],
      ['s3:GetObject', 'arn:aws:s3:::any/*'],
    ]).split('\n'),
  ).toEqual([
    'aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:user/ann --action-names iam:PassRole --resource-arns arn:aws:iam::111122223333:role/any',
    "aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:user/ann --action-names s3:GetObject --resource-arns 'arn:aws:s3:::any/*'",
  ]));
