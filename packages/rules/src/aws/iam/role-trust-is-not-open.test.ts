import { notCollected, role, trustPolicy } from '@plumbline/model/testing';
import type { PolicyStatement } from '@plumbline/model';
import { testRule } from '../../testing/test-rule.ts';
import { roleTrustIsNotOpen } from './role-trust-is-not-open.ts';

const trusting = (...statements: readonly PolicyStatement[]) =>
  role({ details: { AssumeRolePolicyDocument: trustPolicy(...statements) } });
const open: PolicyStatement = { Principal: '*' };
const withId: PolicyStatement = {
  Principal: { AWS: '*' },
  Condition: { StringEquals: { 'sts:ExternalId': 'acme-42' } },
};

testRule(roleTrustIsNotOpen, {
  pass: [
    { name: 'a role of Lambda', resource: role() },
    {
      name: 'everyone of one organization',
      resource: trusting({ ...open, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
    },
    { name: 'another account by name', resource: trusting({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }) },
  ],
  fail: [
    {
      name: 'everyone',
      resource: trusting({ Principal: { Service: 'ec2.amazonaws.com' } }, open),
      message: 'The trust policy lets anyone with an AWS account assume the role.',
      severity: 'critical',
      pointers: ['/authorizationDetails/AssumeRolePolicyDocument/Statement/1'],
    },
    { name: 'everyone with an external ID', resource: trusting(withId), severity: 'high' },
    {
      name: 'everyone with an external ID, and everyone',
      resource: trusting(withId, open),
      severity: 'critical',
      pointers: [
        '/authorizationDetails/AssumeRolePolicyDocument/Statement/0',
        '/authorizationDetails/AssumeRolePolicyDocument/Statement/1',
      ],
    },
  ],
  unknown: [
    {
      name: 'a role whose details could not be read',
      resource: role({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
  ],
  notApplicable: [
    {
      name: 'a service-linked role',
      resource: role({ details: { Path: '/aws-service-role/support.amazonaws.com/' } }),
      because: 'service-linked',
    },
  ],
});
