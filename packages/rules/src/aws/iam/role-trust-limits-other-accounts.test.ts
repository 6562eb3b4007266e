import type { PolicyStatement } from '@plumbline/model';
import { notCollected, role, trustPolicy } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { roleTrustLimitsOtherAccounts } from './role-trust-limits-other-accounts.ts';

const OTHER = 'arn:aws:iam::444455556666:root';
const trusting = (...statements: readonly PolicyStatement[]) =>
  role({ details: { AssumeRolePolicyDocument: trustPolicy(...statements) } });
const under = (operator: string, key: string, value: string) =>
  trusting({ Principal: { AWS: OTHER }, Condition: { [operator]: { [key]: value } } });

testRule(roleTrustLimitsOtherAccounts, {
  pass: [
    { name: 'a role of Lambda', resource: role() },
    { name: 'its own account', resource: trusting({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) },
    { name: 'another account with an external ID', resource: under('StringEquals', 'sts:ExternalId', 'acme-42') },
    { name: 'item 15: of one organization', resource: under('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5') },
    {
      name: 'item 15: of an organizational unit',
      resource: under('StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/*'),
    },
    {
      name: 'an account that was set as one of our own',
      resource: trusting({ Principal: { AWS: '444455556666' } }),
      parameters: { trustedAccounts: ['444455556666'] },
    },
    {
      name: 'item 34: a Deny without the external ID',
      resource: trusting(
        { Principal: { AWS: OTHER } },
        { Effect: 'Deny', Principal: '*', Condition: { StringNotEquals: { 'sts:ExternalId': 'acme-42' } } },
      ),
    },
    {
      name: 'tags of a session only',
      resource: trusting({ Principal: { AWS: OTHER }, Action: 'sts:TagSession' }),
    },
    {
      name: 'everyone, if of its own account',
      resource: trusting({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
    },
    { name: 'everyone, which has a rule of its own', resource: trusting({ Principal: '*' }) },
    {
      name: 'item 42: a principal that was deleted',
      resource: trusting({ Principal: { AWS: 'AROAEXAMPLE1234567890' } }),
    },
  ],
  fail: [
    {
      name: 'another account',
      resource: trusting({ Principal: { Service: 'ec2.amazonaws.com' } }, { Principal: { AWS: OTHER } }),
      message:
        'The trust policy lets any principal of account 444455556666 assume the role without a condition on an external ID or organization.',
      severity: 'medium',
      pointers: ['/authorizationDetails/AssumeRolePolicyDocument/Statement/1'],
    },
    {
      name: 'item 1: the same by its digits',
      resource: trusting({ Principal: { AWS: '444455556666' } }),
      severity: 'medium',
    },
    {
      name: 'a role of another account',
      resource: trusting({ Principal: { AWS: 'arn:aws:iam::444455556666:role/ci' } }),
      message: 'arn:aws:iam::444455556666:role/ci',
      severity: 'low',
    },
    {
      name: 'item 7: an external ID with a wildcard',
      resource: under('StringLike', 'sts:ExternalId', 'acme-*'),
    },
    { name: 'item 15: any organization', resource: under('StringLike', 'aws:PrincipalOrgID', 'o-*') },
    {
      name: 'item 9: an external ID, if it exists',
      resource: under('StringEqualsIfExists', 'sts:ExternalId', 'acme-42'),
    },
    {
      name: 'another account, named a second time by a condition',
      resource: under('StringEquals', 'aws:PrincipalAccount', '444455556666'),
      severity: 'medium',
    },
    {
      name: 'everyone, if of another account',
      resource: trusting({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } } }),
      message: 'any principal of account 444455556666',
      severity: 'medium',
    },
    {
      name: 'another account, of which a condition names roles',
      resource: under('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/ci-*'),
      message: 'arn:aws:iam::444455556666:role/ci-*',
      severity: 'low',
    },
    {
      name: 'another account, of which a condition names every role',
      resource: under('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/*'),
      severity: 'medium',
    },
    {
      name: 'one account of two that is not our own',
      resource: trusting({ Principal: { AWS: ['444455556666', '777788889999'] } }),
      parameters: { trustedAccounts: ['444455556666'] },
      message: 'account 777788889999',
    },
    { name: 'MFA, which does not say who', resource: under('Bool', 'aws:MultiFactorAuthPresent', 'true') },
    {
      name: 'the role of AWS Organizations',
      resource: role({
        name: 'OrganizationAccountAccessRole',
        details: { AssumeRolePolicyDocument: trustPolicy({ Principal: { AWS: OTHER } }) },
      }),
      severity: 'info',
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
      because: 'AWS writes',
    },
  ],
});
