import type { PolicyStatement } from '@plumbline/model';
import { trustPolicy } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { openTrusts } from './role-trust.ts';

type Condition = NonNullable<PolicyStatement['Condition']>;

const anyone = (Condition: Condition): PolicyStatement => ({ Principal: { AWS: '*' }, Condition });

describe('lets strangers in', () => {
  test.each<[string, PolicyStatement, string, string | undefined]>([
    ['item 1: "*"', { Principal: '*' }, 'anyone with an AWS account', undefined],
    ['item 1: {"AWS":"*"}', { Principal: { AWS: '*' } }, 'anyone with an AWS account', undefined],
    ['sts:*', { Principal: '*', Action: 'sts:*' }, 'anyone with an AWS account', undefined],
    ['item 6: NotPrincipal', { NotPrincipal: { AWS: '111122223333' } }, 'NotPrincipal', undefined],
    ['item 2: a partial wildcard', { Principal: { AWS: 'arn:aws:iam::*:root' } }, 'no principal AWS knows', undefined],
    ['an external ID', anyone({ StringEquals: { 'sts:ExternalId': 'acme-42' } }), 'anyone with an AWS account', 'high'],
    [
      'item 7: an external ID with a wildcard',
      anyone({ StringLike: { 'sts:ExternalId': 'acme-*' } }),
      'anyone with an AWS account',
      undefined,
    ],
    [
      'item 16: MFA',
      anyone({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      'anyone with an AWS account',
      undefined,
    ],
    [
      'item 9: an organization, if it exists',
      anyone({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      'anyone with an AWS account',
      undefined,
    ],
    [
      'item 10: not of one organization',
      anyone({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      'anyone with an AWS account',
      undefined,
    ],
    [
      'roles of any account',
      anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } }),
      'AWS account',
      undefined,
    ],
  ])('%s', (_name, statement, who, severity) => {
    const [open] = openTrusts(trustPolicy(statement));
    expect(open?.who).toContain(who);
    expect(open?.severity?.is).toBe(severity);
  });
});

const ORG = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const denied = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Deny', Principal: '*', ...rest });

const open = (...denies: readonly PolicyStatement[]) => openTrusts(trustPolicy({ Principal: '*' }, ...denies));

describe('item 34: a Deny in the trust policy', () => {
  test.each<[string, PolicyStatement]>([
    ['of everyone outside the organization', denied({ Condition: { StringNotEquals: ORG } })],
    [
      'of them, services of AWS apart',
      denied({ Condition: { StringNotEqualsIfExists: ORG, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }),
    ],
    ['of everyone', denied({ Action: 'sts:*' })],
  ])('%s keeps strangers out', (_name, deny) => expect(open(deny)).toEqual([]));

  test.each<[string, PolicyStatement]>([
    ['of another organization', denied({ Condition: { StringEquals: ORG } })],
    [
      'of whoever is outside the organization and without MFA',
      denied({ Condition: { StringNotEquals: ORG, Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    ],
    ['of one account', denied({ Principal: { AWS: '444455556666' } })],
    ['of naming the session', denied({ Action: 'sts:TagSession' })],
    ['without MFA', denied({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })],
  ])('%s does not', (_name, deny) => expect(open(deny)).toHaveLength(1));

  test('of everyone without the external ID leaves those who know it', () => {
    const [only] = open(denied({ Condition: { StringNotEquals: { 'sts:ExternalId': 'acme-42' } } }));
    expect(only?.severity?.is).toBe('high');
  });
});

describe('lets in only those it names', () => {
  test.each<[string, PolicyStatement]>([
    ['a service', { Principal: { Service: 'ec2.amazonaws.com' } }],
    ['another account, which has a rule of its own', { Principal: { AWS: 'arn:aws:iam::444455556666:root' } }],
    [
      'a SAML provider',
      { Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/adfs' }, Action: 'sts:AssumeRoleWithSAML' },
    ],
    [
      'a web identity provider, which has a rule of its own',
      { Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity' },
    ],
    ['item 15: an organization', anyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
    ['item 11: the same in capitals', anyone({ StringEquals: { 'AWS:PRINCIPALORGID': 'o-a1b2c3d4e5' } })],
    ['roles of one account', anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-*' } })],
    ['a Deny', { Effect: 'Deny', Principal: '*' }],
    ['an action that assumes nothing', { Principal: '*', Action: 'sts:TagSession' }],
  ])('%s', (_name, statement) => expect(openTrusts(trustPolicy(statement))).toEqual([]));
});
