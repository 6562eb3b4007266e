import type { PolicyStatement } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { administratorGrant } from './administrator-access.ts';
import { permissionsBy } from './permissions.ts';

const ACCOUNT = { id: '111122223333', partition: 'aws' };

const place = (statements: readonly PolicyStatement[]) =>
  statements.map((statement, index) => ({ statement, pointer: `/Statement/${index}` }));
const grantOf = (statements: readonly PolicyStatement[], account = ACCOUNT) =>
  administratorGrant(permissionsBy(place(statements)), account);
const administrator = (...statements: readonly PolicyStatement[]) => grantOf(statements)?.by.pointer.at(-1);

const allow = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Allow', Resource: '*', ...rest });
const deny = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Deny', Resource: '*', ...rest });
const ALL = allow({ Action: '*' });
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const MFA_KEY = 'aws:MultiFactorAuthPresent';

describe('is an administrator', () => {
  test.each<[string, readonly PolicyStatement[]]>([
    ['*', [ALL]],
    ['*:*', [allow({ Action: '*:*' })]],
    ['**', [allow({ Action: '**' })]],
    ['?*', [allow({ Action: '?*' })]],
    ['* in a list', [allow({ Action: ['s3:GetObject', '*'] })]],
    ['every ARN by name', [allow({ Action: '*', Resource: 'arn:aws:*:*:*:*' })]],
    ['arn:*', [allow({ Action: '*', Resource: ['arn:*'] })]],
    ['all resources but a bucket', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::ledger' }]],
    ['all actions but one of S3', [allow({ NotAction: 's3:DeleteBucket' })]],
    ['IAM and all but IAM', [allow({ NotAction: 'iam:*' }), allow({ Action: 'IAM:*' })]],
    ['a Deny of something else', [ALL, deny({ Action: 'organizations:*' })]],
    ['a Deny of reading in IAM', [ALL, deny({ Action: ['iam:Get*', 'iam:List*'] })]],
    ['a Deny on one role', [ALL, deny({ Action: 'iam:*', Resource: 'arn:aws:iam::*:role/break-glass' })]],
    [
      'the actions of IAM in this account only',
      [allow({ NotAction: 'iam:*' }), allow({ Action: 'iam:*', Resource: 'arn:aws:iam::111122223333:*' })],
    ],
    [
      'all resources but one role',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::111122223333:role/break-glass' }],
    ],
    [
      'a Deny of what cannot be told apart: without TLS',
      [ALL, deny({ Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    ],
    [
      'a Deny under a condition that is never met',
      [ALL, deny({ Action: '*', Condition: { StringEquals: { 'aws:PrincipalArn': [] } } })],
    ],
  ])('%s', (_name, statements) => expect(administrator(...statements)).toBe('0'));
});

describe('is none', () => {
  test.each<[string, readonly PolicyStatement[]]>([
    ['no statement', []],
    ['every action of one service', [allow({ Action: 's3:*' })]],
    ['every action on one bucket', [allow({ Action: '*', Resource: 'arn:aws:s3:::acme-invoices/*' })]],
    ['all actions but those of IAM', [allow({ NotAction: ['iam:*', 'organizations:*'] })]],
    ['the same in capitals', [allow({ NotAction: 'IAM:*' })]],
    ['NotAction that leaves nothing', [allow({ NotAction: '*' })]],
    ['all resources but those of IAM', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::*' }]],
    ['a Deny of IAM', [ALL, deny({ Action: 'iam:*' })]],
    ['a Deny of all but reading', [ALL, deny({ NotAction: ['s3:Get*', 'iam:Get*'] })]],
    ['a Deny of all that changes IAM', [ALL, deny({ Action: ['iam:A*', 'iam:C*', 'iam:P*', 'iam:S*', 'iam:U*'] })]],
    ['a Deny alone', [deny({ Action: '*' })]],
    ['iam:* alone, which is no full access yet', [allow({ Action: 'iam:*' })]],
  ])('%s', (_name, statements) => expect(administrator(...statements)).toBeUndefined());
});

describe('item 40: is an administrator under a condition', () => {
  test.each<[string, readonly PolicyStatement[]]>([
    ['on the statement', [allow({ Action: '*', Condition: MFA })]],
    [
      'on a Deny',
      [ALL, deny({ NotAction: 'iam:ListMFADevices', Condition: { BoolIfExists: { [MFA_KEY]: 'false' } } })],
    ],
    ['on the half of a split', [allow({ NotAction: 'iam:*' }), allow({ Action: 'iam:*', Condition: MFA })]],
  ])('%s', (_name, statements) => expect(grantOf(statements)?.depends).toEqual([MFA_KEY]));
});

const bounded = (statements: readonly PolicyStatement[], boundary: readonly PolicyStatement[]) =>
  administratorGrant({ statements: place(statements), boundary: place(boundary), known: {} }, ACCOUNT);

describe('within a permissions boundary', () => {
  test('that allows everything, is an administrator', () => expect(bounded([ALL], [ALL])).not.toBeNull());
  test('that needs MFA, is one under that condition', () =>
    expect(bounded([ALL], [allow({ Action: '*', Condition: MFA })])?.depends).toEqual([MFA_KEY]));
  test('that needs MFA for all but IAM, is one under that condition', () =>
    expect(
      bounded([ALL], [allow({ NotAction: 'iam:*', Condition: MFA }), allow({ Action: 'iam:*' })])?.depends,
    ).toEqual([MFA_KEY]));
  test.each<[string, readonly PolicyStatement[], readonly PolicyStatement[]]>([
    ['item 35: of EC2 only', [ALL], [allow({ Action: 'ec2:*' })]],
    ['of all but IAM', [ALL], [allow({ NotAction: 'iam:*' })]],
    ['of IAM alone', [ALL], [allow({ Action: 'iam:*' })]],
    ['that denies IAM', [ALL], [ALL, deny({ Action: 'iam:*' })]],
    [
      'that denies what the policies leave of IAM',
      [ALL, deny({ Action: ['iam:A*', 'iam:C*'] })],
      [ALL, deny({ Action: ['iam:P*', 'iam:S*', 'iam:U*'] })],
    ],
  ])('%s, is none', (_name, statements, boundary) => expect(bounded(statements, boundary)).toBeNull());
});

test('every ARN in China is every resource of an account there, and none of one elsewhere', () => {
  const china = [allow({ Action: '*', Resource: 'arn:aws-cn:*' })];
  expect(grantOf(china, { ...ACCOUNT, partition: 'aws-cn' })).not.toBeNull();
  expect(grantOf(china)).toBeNull();
});

test('the statement without a condition is named first', () => {
  const conditional = allow({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });
  expect(administrator(conditional, ALL)).toBe('1');
});
