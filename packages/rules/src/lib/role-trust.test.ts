import type { PolicyStatement } from '@plumbline/model';
import { trustPolicy } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { openTrusts } from './role-trust.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D';
const COGNITO = 'cognito-identity.amazonaws.com';

type Condition = NonNullable<PolicyStatement['Condition']>;

function oidc(provider: string, Condition?: Condition): PolicyStatement {
  const Federated =
    provider.includes('.com/id/') || provider === GITHUB
      ? `arn:aws:iam::111122223333:oidc-provider/${provider}`
      : provider;
  return { Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', ...(Condition && { Condition }) };
}

const anyone = (Condition: Condition): PolicyStatement => ({ Principal: { AWS: '*' }, Condition });

describe('lets strangers in', () => {
  test.each<[string, PolicyStatement, string, string | undefined]>([
    ['"*"', { Principal: '*' }, 'anyone with an AWS account', undefined],
    ['{"AWS":"*"}', { Principal: { AWS: '*' } }, 'anyone with an AWS account', undefined],
    ['sts:*', { Principal: '*', Action: 'sts:*' }, 'anyone with an AWS account', undefined],
    ['NotPrincipal', { NotPrincipal: { AWS: '111122223333' } }, 'NotPrincipal', undefined],
    ['a partial wildcard', { Principal: { AWS: 'arn:aws:iam::*:root' } }, 'no principal AWS knows', undefined],
    ['an external ID', anyone({ StringEquals: { 'sts:ExternalId': 'acme-42' } }), 'anyone with an AWS account', 'high'],
    ['MFA', anyone({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), 'anyone with an AWS account', undefined],
    [
      'roles of any account',
      anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } }),
      'AWS account',
      undefined,
    ],
    [
      'GitHub without a subject',
      oidc(GITHUB, { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }),
      GITHUB,
      undefined,
    ],
    ['every repository on GitHub', oidc(GITHUB, { StringLike: { [`${GITHUB}:sub`]: 'repo:*' } }), GITHUB, undefined],
    [
      'organizations that begin alike',
      oidc(GITHUB, { StringLike: { [`${GITHUB}:sub`]: 'repo:acme*' } }),
      GITHUB,
      undefined,
    ],
    [
      'ForAllValues on the subject',
      oidc(GITHUB, { 'ForAllValues:StringLike': { [`${GITHUB}:sub`]: 'repo:acme/*' } }),
      GITHUB,
      undefined,
    ],
    ['Google without an application', oidc('accounts.google.com'), 'accounts.google.com', undefined],
    ['a cluster without a subject', oidc(EKS), 'oidc.eks', 'medium'],
    [
      'guests of an identity pool',
      oidc(COGNITO, {
        StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:1234' },
        'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'unauthenticated' },
      }),
      'guests',
      'medium',
    ],
  ])('%s', (_name, statement, who, severity) => {
    const [open] = openTrusts(trustPolicy(statement));
    expect(open?.who).toContain(who);
    expect(open?.eased?.is).toBe(severity);
  });
});

describe('lets in only those it names', () => {
  test.each<[string, PolicyStatement]>([
    ['a service', { Principal: { Service: 'ec2.amazonaws.com' } }],
    ['another account', { Principal: { AWS: 'arn:aws:iam::444455556666:root' } }],
    [
      'a SAML provider',
      { Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/adfs' }, Action: 'sts:AssumeRoleWithSAML' },
    ],
    ['an organization', anyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
    ['roles of one account', anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-*' } })],
    ['a repository', oidc(GITHUB, { StringEquals: { [`${GITHUB}:sub`]: 'repo:acme/web:ref:refs/heads/main' } })],
    ['an organization on GitHub', oidc(GITHUB, { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/*' } })],
    ['a service account', oidc(EKS, { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:shop:worker' } })],
    [
      'an application at Google',
      oidc('accounts.google.com', { StringEquals: { 'accounts.google.com:aud': '66677788899' } }),
    ],
    [
      'users of an identity pool',
      oidc(COGNITO, {
        StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:1234' },
        'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' },
      }),
    ],
    ['a Deny', { Effect: 'Deny', Principal: '*' }],
    ['an action that assumes nothing', { Principal: '*', Action: 'sts:TagSession' }],
  ])('%s', (_name, statement) => expect(openTrusts(trustPolicy(statement))).toEqual([]));
});
