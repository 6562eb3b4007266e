import type { PolicyStatement, RecordedResource } from '@plumbline/model';
import { administratorAccess, attached, group, inlinePolicy, managedPolicy, user } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { groupHoldsNoFullAdmin } from '../aws/iam/group-holds-no-full-admin.ts';
import { groupRestrictsPassRole } from '../aws/iam/group-restricts-pass-role.ts';
import { roleRestrictsPassRole } from '../aws/iam/role-restricts-pass-role.ts';
import { userCannotEscalate } from '../aws/iam/user-cannot-escalate.ts';
import { userHoldsNoFullAdmin } from '../aws/iam/user-holds-no-full-admin.ts';
import { userInlinePoliciesRestrictDecrypt } from '../aws/iam/user-inline-policies-restrict-decrypt.ts';
import { userRestrictsDataReads } from '../aws/iam/user-restricts-data-reads.ts';
import { userRestrictsPassRole } from '../aws/iam/user-restricts-pass-role.ts';
import type { Rule } from '../kernel/define-rule.ts';
import { allow, awsPolicy, deny, holderOf } from '../testing/holder.ts';
import { outcomeOf } from '../testing/test-rule.ts';

const ALL = allow({ Action: '*' });
const PASS = allow({ Action: 'iam:PassRole' });
const iam = (local: string) => `arn:aws:iam::111122223333:${local}`;

function ana(groups: readonly RecordedResource[], ...statements: readonly PolicyStatement[]) {
  return user({
    details: {
      GroupList: groups.map(({ name }) => name),
      UserPolicyList: statements.length > 0 ? [inlinePolicy('own', ...statements)] : [],
    },
  });
}

const inGroup = (name: string, ...statements: readonly PolicyStatement[]) =>
  group({ name, details: { GroupPolicyList: [inlinePolicy('shared', ...statements)] } });

async function judged(rule: Rule, groups: readonly RecordedResource[], ...statements: readonly PolicyStatement[]) {
  return outcomeOf(rule, { name: '', resource: ana(groups, ...statements), with: groups });
}

describe('a user has what its groups have', () => {
  const guard = inGroup('guarded', deny({ Action: 'iam:*' }));
  const power = inGroup('power', allow({ NotAction: 'iam:*' }));
  const identities = inGroup('identities', allow({ Action: 'iam:*' }));

  test('item 34: a Deny of a group counts for what is the user’s own', async () => {
    expect(await judged(userHoldsNoFullAdmin, [guard], ALL)).toEqual({ status: 'pass' });
    expect(await judged(userRestrictsPassRole, [guard], PASS)).toEqual({ status: 'pass' });
    expect(
      await judged(userInlinePoliciesRestrictDecrypt, [inGroup('guarded', deny({ Action: 'kms:*' }))], ALL),
    ).toEqual({ status: 'pass' });
  });

  test('item 34: a Deny of a group takes away some of what is the user’s own', async () => {
    const own = allow({ Action: ['s3:GetObject', 'secretsmanager:GetSecretValue'] });
    const noSecrets = inGroup('guarded', deny({ Action: 'secretsmanager:*' }));
    expect(await judged(userRestrictsDataReads, [noSecrets], own)).toMatchObject({
      message: 'The user may read every S3 object by the policy "own".',
    });
  });

  test('item 35: an administrator is split over a user and its group', async () => {
    expect(await judged(userHoldsNoFullAdmin, [identities], allow({ NotAction: 'iam:*' }))).toMatchObject({
      status: 'fail',
      message: 'The user may do everything on every resource by the policy "own".',
    });
  });

  test('item 35: an administrator is split over two groups, of which each is none', async () => {
    expect(await judged(userHoldsNoFullAdmin, [power, identities])).toMatchObject({
      status: 'fail',
      message: 'The user may do everything on every resource by the policy "shared" of its group power.',
      evidence: [
        { of: power.id, pointer: '/authorizationDetails/GroupPolicyList/0/PolicyDocument/Statement/0' },
        { of: power.id, pointer: '/authorizationDetails/GroupPolicyList/0/PolicyName', actual: 'shared' },
      ],
    });
    expect(await outcomeOf(groupHoldsNoFullAdmin, { name: '', resource: power })).toEqual({ status: 'pass' });
  });

  test('item 42: the policies that are attached to its groups count', async () => {
    const administrator = administratorAccess();
    const admins = group({ name: 'admins', details: { AttachedManagedPolicies: [attached(administrator)] } });
    const denied = { name: '', resource: ana([admins], PASS), with: [admins, administrator] };
    expect(await outcomeOf(userRestrictsPassRole, denied)).toEqual({
      status: 'not-applicable',
      because: 'The user is a full administrator by its group: aws-iam-group-holds-no-full-admin tells of that.',
    });
  });

  test('item 38: a user rewrites a policy that its group has, in the path that it lies in', async () => {
    const shared = managedPolicy({ id: iam('policy/team/shared'), name: 'shared' });
    const team = group({ name: 'team', details: { AttachedManagedPolicies: [attached(shared)] } });
    const rewrite = (Resource: string) =>
      outcomeOf(userCannotEscalate, {
        name: '',
        resource: ana([team], allow({ Action: 'iam:CreatePolicyVersion', Resource })),
        with: [team, shared],
      });
    expect(await rewrite(iam('policy/team/*'))).toMatchObject({ status: 'fail' });
    expect(await rewrite(iam('policy/shared'))).toEqual({ status: 'pass' });
  });

  test('item 38: a user writes to its group by the group’s ARN, path and all', async () => {
    const team = group({ name: 'team', details: { Path: '/shop/', Arn: iam('group/shop/team') } });
    const write = (Resource: string) =>
      judged(userCannotEscalate, [team], allow({ Action: 'iam:PutGroupPolicy', Resource }));
    expect(await write(iam('group/shop/team'))).toMatchObject({ status: 'fail' });
    expect(await write(iam('group/team'))).toEqual({ status: 'pass' });
  });
});

describe('what a user has by one group alone', () => {
  const passing = inGroup('passing', PASS);

  test('is told of at the group', async () => {
    expect(await judged(userRestrictsPassRole, [passing])).toEqual({ status: 'pass' });
    expect(await judged(userHoldsNoFullAdmin, [inGroup('admins', ALL)])).toEqual({ status: 'pass' });
  });

  test('is told of at the user too where it has the same by a policy of its own', async () => {
    expect(await judged(userRestrictsPassRole, [passing], PASS)).toMatchObject({
      message: 'The user may pass every role to a service by the policy "own".',
    });
  });

  test('is told of at the user where it is only about the user', async () => {
    const self = allow({ Action: 'iam:PutUserPolicy', Resource: iam('user/ana.silva') });
    expect(await judged(userCannotEscalate, [inGroup('odd', self)])).toMatchObject({
      status: 'fail',
      message: 'The user can write itself an inline policy by iam:PutUserPolicy.',
    });
  });
});

describe('what is not recorded', () => {
  test('of a group’s policies leaves the user unknown', async () => {
    const readOnly = awsPolicy('ReadOnlyAccess', allow({ Action: 's3:List*' }));
    const readers = group({ name: 'readers', details: { AttachedManagedPolicies: [attached(readOnly)] } });
    expect(await judged(userRestrictsPassRole, [readers])).toMatchObject({
      status: 'unknown',
      missing: [{ message: `The recording does not have the document of ${readOnly.id}.` }],
    });
  });

  test('of the groups themselves leaves it unknown', async () => {
    const outcome = await outcomeOf(userRestrictsPassRole, {
      name: '',
      resource: ana([group()]),
      unlisted: [{ type: 'AWS::IAM::Group', region: 'global' }],
    });
    expect(outcome).toMatchObject({ status: 'unknown', missing: [{ fact: 'AWS::IAM::Group in global' }] });
  });
});

const spares = (arn: string) => deny({ Action: 'iam:*', Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } } });

test('item 40: a Deny that spares the very principal is none', async () => {
  expect(await judged(userRestrictsPassRole, [], PASS, spares(iam('user/ana.*')))).toMatchObject({
    status: 'fail',
    severity: 'medium',
    severityReason: null,
  });
  expect(await judged(userRestrictsPassRole, [], PASS, spares(iam('role/admin')))).toEqual({ status: 'pass' });
});

describe('item 40: what is known of whoever asks', () => {
  const named = { ...PASS, Condition: { StringEquals: { 'aws:username': 'ana.silva' } } };
  test('is the name of a user', async () => {
    expect(await judged(userRestrictsPassRole, [], named)).toMatchObject({ severity: 'medium', severityReason: null });
    const other = { ...PASS, Condition: { StringEquals: { 'aws:username': 'bob' } } };
    expect(await judged(userRestrictsPassRole, [], other)).toEqual({ status: 'pass' });
  });
  test('is that a role has none', async () => {
    const resource = holderOf('role', { inline: [named] });
    expect(await outcomeOf(roleRestrictsPassRole, { name: '', resource })).toEqual({ status: 'pass' });
  });
  test('is nothing of the members of a group', async () => {
    const resource = holderOf('group', { inline: [named] });
    expect(await outcomeOf(groupRestrictsPassRole, { name: '', resource })).toMatchObject({
      message: expect.stringContaining('under a condition on aws:username') as unknown,
      severity: 'low',
    });
  });
});
