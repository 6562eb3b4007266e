import type { PolicyStatement } from '@plumbline/model';
import { notCollected, role, trustPolicy } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { roleTrustLimitsWebIdentity } from './role-trust-limits-web-identity.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const github = (...subjects: readonly string[]): PolicyStatement => ({
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
    ...(subjects.length > 0 && { StringLike: { [`${GITHUB}:sub`]: subjects } }),
  },
});
const trusting = (...statements: readonly PolicyStatement[]) =>
  role({ details: { AssumeRolePolicyDocument: trustPolicy(...statements) } });

testRule(roleTrustLimitsWebIdentity, {
  pass: [{ name: 'one repository, with the audience', resource: trusting(github('repo:acme/shop:*')) }],
  fail: [
    {
      name: 'item 5: no subject',
      resource: trusting(github()),
      message: `The trust policy lets in anyone with a token of ${GITHUB}, as there is no condition on its subject.`,
      severity: 'critical',
      pointers: ['/authorizationDetails/AssumeRolePolicyDocument/Statement/0'],
    },
    {
      name: 'item 5: every repository of the organization',
      resource: trusting(github('repo:acme/*')),
      message: 'everything of the organization that the subject "repo:acme/*" names',
      severity: 'medium',
    },
    {
      name: 'a loose statement and one that is worse',
      resource: trusting(github('repo:acme/*'), github('repo:*')),
      message: 'names no organization',
      severity: 'critical',
      pointers: [
        '/authorizationDetails/AssumeRolePolicyDocument/Statement/1',
        '/authorizationDetails/AssumeRolePolicyDocument/Statement/0',
      ],
    },
    {
      name: 'Facebook without an application',
      resource: trusting({ Principal: { Federated: 'graph.facebook.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }),
      severity: 'critical',
    },
  ],
  unknown: [
    {
      name: 'a role whose details could not be read',
      resource: role({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
  ],
  notApplicable: [{ name: 'a role of Lambda', resource: role(), because: 'no web identity provider' }],
});
