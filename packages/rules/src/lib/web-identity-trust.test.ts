import type { PolicyStatement } from '@plumbline/model';
import { trustPolicy } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { looseWebIdentities } from './web-identity-trust.ts';

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
    ['Google without an application', oidc('accounts.google.com'), 'at whatever application', 'critical'],
    [
      'Google with an application, if it exists',
      oidc('accounts.google.com', { StringEqualsIfExists: { 'accounts.google.com:aud': '66677788899' } }),
      'at whatever application',
      'critical',
    ],
    [
      'Facebook by a user’s name for it, and no application',
      oidc('graph.facebook.com', { StringLike: { 'graph.facebook.com:app_id': '*' } }),
      'at whatever application',
      'critical',
    ],
    [
      'any identity pool',
      oidc(COGNITO, { 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' } }),
      'at whatever',
      'critical',
    ],
    [
      'a pool that does not say whether guests',
      oidc(COGNITO, { StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:1234' } }),
      'guests',
      'medium',
    ],
    ['a wildcard in the organization', github('StringLike', 'repo:*cme/shop:*'), 'names no organization', 'critical'],
    [
      'a repository of any organization',
      github('StringLike', 'repo:*/shop:ref:refs/heads/main'),
      'names no organization',
      'critical',
    ],
    [
      'a subject without its owner, which anyone can have',
      github('StringEquals', 'environment:production'),
      'names no organization',
      'critical',
    ],
    ['an owner by name', github('StringLike', 'repository_owner:acme:*'), 'everything of the organization', 'medium'],
    ['an organization by its immutable id', github('StringLike', 'repo:acme@1234/*'), 'everything of', 'medium'],
    [
      'a workflow that anyone may call',
      oidc(GITHUB, {
        StringEquals: {
          ...AUDIENCE,
          [`${GITHUB}:job_workflow_ref`]: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main',
        },
      }),
      'everything of the organization that job_workflow_ref',
      'medium',
    ],
    [
      'an enterprise',
      oidc(GITHUB, { StringEquals: { ...AUDIENCE, [`${GITHUB}:enterprise_id`]: '42' } }),
      'everything of the organization that enterprise_id "42" names',
      'medium',
    ],
    [
      'a person, in whatever repository',
      oidc(GITHUB, { StringEquals: { ...AUDIENCE, [`${GITHUB}:actor`]: 'octocat' } }),
      'no condition on its subject',
      'critical',
    ],
    [
      'repositories of any owner',
      oidc(GITHUB, { StringLike: { ...AUDIENCE, [`${GITHUB}:repository`]: '*/shop' } }),
      'no condition on its subject',
      'critical',
    ],
    [
      'a claim that AWS does not read of GitLab’s tokens',
      oidc('gitlab.com', { StringEquals: { 'gitlab.com:repository_id': '123456789' } }),
      'no condition on its subject',
      'critical',
    ],
    [
      'every project of GitLab',
      oidc('arn:aws:iam::111122223333:oidc-provider/gitlab.com', {
        StringLike: { 'gitlab.com:sub': 'project_path:*' },
      }),
      'names no organization',
      'critical',
    ],
    [
      'every project of a group of GitLab',
      oidc('arn:aws:iam::111122223333:oidc-provider/gitlab.com', {
        StringLike: { 'gitlab.com:sub': 'project_path:acme/*' },
      }),
      'everything of the organization',
      'medium',
    ],
    [
      'every workspace of an organization of Terraform',
      oidc('app.terraform.io', {
        StringLike: { 'app.terraform.io:sub': 'organization:acme:project:*:workspace:*:run_phase:apply' },
      }),
      'everything of the organization',
      'medium',
    ],
    [
      'every organization of Pulumi',
      oidc('api.pulumi.com/oidc', { StringLike: { 'api.pulumi.com/oidc:sub': 'pulumi:deploy:org:*' } }),
      'names no organization',
      'critical',
    ],
    ['a provider of one’s own without a subject', oidc('login.acme.example'), 'no condition', 'medium'],
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
    const [loose] = looseWebIdentities(trustPolicy(statement)) ?? [];
    expect(loose?.who).toContain(who);
    expect(loose?.severity?.is).toBe(severity);
  });
});

describe('is tight', () => {
  test.each<[string, PolicyStatement]>([
    ['a branch of a repository', github('StringEquals', 'repo:acme/shop:ref:refs/heads/main')],
    ['a repository', github('StringLike', 'repo:acme/shop:*')],
    ['pull requests of a repository', github('StringLike', 'repo:acme/shop:pull_request')],
    [
      'a repository by its name, as a claim',
      oidc(GITHUB, { StringEquals: { ...AUDIENCE, [`${GITHUB}:repository`]: 'acme/shop' } }),
    ],
    ['a repository in a subject made of claims', github('StringLike', 'repository_owner:acme:repository_id:123456789')],
    [
      'item 8: a wide subject beside a claim that names the repository',
      oidc(GITHUB, {
        StringEquals: { ...AUDIENCE, [`${GITHUB}:repository_id`]: '123456789' },
        StringLike: { [`${GITHUB}:sub`]: 'repo:*' },
      }),
    ],
    [
      'a project of GitLab, in a group of a group',
      oidc('gitlab.com', {
        StringLike: { 'gitlab.com:sub': 'project_path:acme/web/shop:ref_type:branch:ref:*' },
        StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' },
      }),
    ],
    [
      'a workspace of Terraform',
      oidc('app.terraform.io', {
        StringLike: { 'app.terraform.io:sub': 'organization:acme:project:*:workspace:shop-*:run_phase:*' },
        StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' },
      }),
    ],
    [
      'a repository of Bitbucket',
      oidc('api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', {
        StringLike: {
          'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc:sub':
            '{0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f}:*',
        },
        StringEquals: {
          'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc:aud':
            'ari:cloud:bitbucket::workspace/1',
        },
      }),
    ],
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
  ])('%s', (_name, statement) => expect(looseWebIdentities(trustPolicy(statement)) ?? []).toEqual([]));
});

test('item 34: a Deny of all other subjects is a condition on the subject', () => {
  const deny = {
    ...oidc(GITHUB, { StringNotLike: { [`${GITHUB}:sub`]: 'repo:acme/shop:*' } }),
    Effect: 'Deny',
    Principal: '*',
  } as const;
  expect(looseWebIdentities(trustPolicy(oidc(GITHUB, { StringEquals: AUDIENCE }), deny))).toEqual([]);
});

test('a policy that trusts no web identity provider is told from one that does', () => {
  expect(looseWebIdentities(trustPolicy(oidc(GITHUB)))).toHaveLength(1);
  expect(looseWebIdentities(trustPolicy({ Principal: { Service: 'ec2.amazonaws.com' } }))).toBeNull();
});
