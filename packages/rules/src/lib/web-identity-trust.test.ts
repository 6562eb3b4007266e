import type { PolicyStatement } from '@plumbline/model';
import { trustPolicy } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { looseWebIdentities, trustsWebIdentity } from './web-identity-trust.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D';
const COGNITO = 'cognito-identity.amazonaws.com';

type Condition = NonNullable<PolicyStatement['Condition']>;

function oidc(provider: string, Condition?: Condition): PolicyStatement {
  const federated = provider.includes('.com/id/') || provider === GITHUB || provider === 'app.terraform.io';
  return {
    Principal: { Federated: federated ? `arn:aws:iam::111122223333:oidc-provider/${provider}` : provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(Condition && { Condition }),
  };
}

const AUDIENCE = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };
const github = (operator: string, sub: string | readonly string[]) =>
  oidc(GITHUB, {
    StringEquals: AUDIENCE,
    [operator]: { ...(operator === 'StringEquals' && AUDIENCE), [`${GITHUB}:sub`]: sub },
  });

describe('is loose', () => {
  test.each<[string, PolicyStatement, string, string | undefined]>([
    ['item 5: no subject', oidc(GITHUB, { StringEquals: AUDIENCE }), 'no condition on its subject', 'critical'],
    ['item 5: the subject repo:*', github('StringLike', 'repo:*'), '"repo:*" names no organization', 'critical'],
    ['the subject *', github('StringLike', '*'), 'names no organization', 'critical'],
    ['organizations that begin alike', github('StringLike', 'repo:acme*'), 'names no organization', 'critical'],
    [
      'item 8: one wide value beside a tight one',
      github('StringLike', ['repo:acme/shop:*', 'repo:*']),
      'organization',
      'critical',
    ],
    [
      'item 5: the subject repo:acme/*',
      github('StringLike', 'repo:acme/*'),
      'everything of the organization',
      'medium',
    ],
    ['every repository, main only', github('StringLike', 'repo:acme/*:ref:refs/heads/main'), 'everything of', 'medium'],
    [
      'item 5: ForAllValues on the subject',
      github('ForAllValues:StringLike', 'repo:acme/shop:*'),
      'ForAllValues',
      'medium',
    ],
    ['item 9: a subject, if it exists', github('StringLikeIfExists', 'repo:acme/shop:*'), 'IfExists', 'medium'],
    ['ForAllValues on repo:*', github('ForAllValues:StringLike', 'repo:*'), 'names no organization', 'critical'],
    [
      'item 10: a subject that must not be',
      github('StringNotLike', 'repo:acme/*'),
      'no condition on its subject',
      'critical',
    ],
    [
      'item 5: no audience',
      oidc(GITHUB, { StringEquals: { [`${GITHUB}:sub`]: 'repo:acme/shop:ref:refs/heads/main' } }),
      'whatever audience',
      'low',
    ],
    [
      'an audience with a wildcard',
      oidc(GITHUB, { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/shop:*', [`${GITHUB}:aud`]: '*' } }),
      'whatever audience',
      'low',
    ],
    [
      'an organization of Terraform',
      oidc('app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:acme:*' } }),
      'everything of the organization',
      'medium',
    ],
    ['Google without an application', oidc('accounts.google.com'), 'at whatever application', undefined],
    ['a cluster without a subject', oidc(EKS), 'no condition', 'medium'],
    [
      'every service account of a cluster',
      oidc(EKS, { StringLike: { [`${EKS}:sub`]: 'system:serviceaccount:*:*' } }),
      'names no organization',
      'medium',
    ],
    [
      'item 4: guests of an identity pool',
      oidc(COGNITO, {
        StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:1234' },
        'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'unauthenticated' },
      }),
      'guests',
      'medium',
    ],
  ])('%s', (_name, statement, who, severity) => {
    const [loose] = looseWebIdentities(trustPolicy(statement));
    expect(loose?.who).toContain(who);
    expect(loose?.severity?.is).toBe(severity);
  });
});

describe('is tight', () => {
  test.each<[string, PolicyStatement]>([
    ['a branch of a repository', github('StringEquals', 'repo:acme/shop:ref:refs/heads/main')],
    ['a repository', github('StringLike', 'repo:acme/shop:*')],
    ['a repository with its immutable ids', github('StringLike', 'repo:acme@1234/shop@5678:*')],
    [
      'a repository by its id',
      oidc(GITHUB, { StringEquals: { ...AUDIENCE, [`${GITHUB}:repository_id`]: '123456789' } }),
    ],
    [
      'a service account',
      oidc(EKS, {
        StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:shop:worker', [`${EKS}:aud`]: 'sts.amazonaws.com' },
      }),
    ],
    [
      'the service accounts of a namespace',
      oidc(EKS, {
        StringLike: { [`${EKS}:sub`]: 'system:serviceaccount:shop:*' },
        StringEquals: { [`${EKS}:aud`]: 'sts.amazonaws.com' },
      }),
    ],
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
    ['a SAML provider', { Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/adfs' }, Action: 'sts:*' }],
  ])('%s', (_name, statement) => expect(looseWebIdentities(trustPolicy(statement))).toEqual([]));
});

test('trustsWebIdentity tells whether there is anything to judge', () => {
  expect(trustsWebIdentity(trustPolicy(oidc(GITHUB)))).toBe(true);
  expect(trustsWebIdentity(trustPolicy({ Principal: { Service: 'ec2.amazonaws.com' } }))).toBe(false);
});
