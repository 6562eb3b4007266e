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
