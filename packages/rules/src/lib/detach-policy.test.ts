import { expect, test } from 'vitest';
import type { EvidenceItem } from '../kernel/outcome.ts';
import type { RemediationTarget } from '../kernel/remediation.ts';
import { detachCommand, narrowAttachment } from './detach-policy.ts';

function target(pointer?: string, actual?: string): RemediationTarget {
  const evidence: EvidenceItem[] = pointer
    ? [{ pointer, actual, expected: '', missing: false, ok: false, of: null }]
    : [];
  return {
    id: 'arn:aws:iam::111122223333:role/ci',
    localId: 'ci',
    name: 'ci',
    region: 'global',
    account: '111122223333',
    partition: 'aws',
    evidence,
  };
}

test('an attached policy is detached by its ARN', () =>
  expect(
    detachCommand(
      'role',
      target('/authorizationDetails/AttachedManagedPolicies/1/PolicyArn', 'arn:aws:iam::111122223333:policy/all'),
    ),
  ).toBe('aws iam detach-role-policy --role-name ci --policy-arn arn:aws:iam::111122223333:policy/all'));

test('an inline policy is deleted by its name', () =>
  expect(detachCommand('user', target('/authorizationDetails/UserPolicyList/0/PolicyName', "it's all"))).toBe(
    `aws iam delete-user-policy --user-name ci --policy-name 'it'\\''s all'`,
  ));

test('where nothing was found, AdministratorAccess stands for it', () =>
  expect(detachCommand('group', target())).toBe(
    'aws iam detach-group-policy --group-name ci --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  ));

test('Terraform attaches to the holder by its own argument', () =>
  expect(narrowAttachment('group', target())).toMatch(
    /^resource "aws_iam_group_policy_attachment" "ci" \{\n {2}group {6}= "ci"\n/,
  ));
