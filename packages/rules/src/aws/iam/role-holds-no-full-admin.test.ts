import {
  ADMINISTRATOR_STATEMENT,
  administratorAccess,
  attached,
  inlinePolicy,
  managedPolicy,
  notCollected,
  policyDocument,
  role,
  trustPolicy,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { roleHoldsNoFullAdmin } from './role-holds-no-full-admin.ts';

const administrator = administratorAccess();
const full = managedPolicy({ name: 'platform-all', document: policyDocument(ADMINISTRATOR_STATEMENT) });
const readOnly = managedPolicy();
const people = trustPolicy({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } });
const boundedBy = (arn: string) => ({
  AttachedManagedPolicies: [attached(administrator)],
  PermissionsBoundary: { PermissionsBoundaryArn: arn },
});

testRule(roleHoldsNoFullAdmin, {
  pass: [
    { name: 'a role with one inline policy for its logs', resource: role() },
    {
      name: 'a role with a policy that reads a bucket',
      resource: role({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      with: [readOnly, full],
    },
    {
      name: 'AdministratorAccess within a narrow permissions boundary',
      resource: role({ details: boundedBy(readOnly.id) }),
      with: [administrator, readOnly],
    },
    {
      name: 'full rights that another policy of the role takes back',
      resource: role({
        details: {
          AttachedManagedPolicies: [attached(full)],
          RolePolicyList: [inlinePolicy('guard', { Effect: 'Deny', Action: 'iam:*', Resource: '*' })],
        },
      }),
      with: [full],
    },
  ],
  fail: [
    {
      name: 'a role of people with AdministratorAccess',
      resource: role({
        details: { AttachedManagedPolicies: [attached(administrator)], AssumeRolePolicyDocument: people },
      }),
      with: [administrator],
      message: 'The role may do everything on every resource by the policy "AdministratorAccess".',
      severity: 'medium',
      pointers: [
        '/authorizationDetails/AttachedManagedPolicies/0/PolicyArn',
        '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
      ],
    },
    {
      name: 'AdministratorAccess that the recording does not have',
      resource: role({ details: { AttachedManagedPolicies: [attached(administrator)] } }),
      pointers: ['/authorizationDetails/AttachedManagedPolicies/0/PolicyArn'],
    },
    {
      name: 'a role that functions run with',
      resource: role({ details: { AttachedManagedPolicies: [attached(full)] } }),
      with: [full],
      message: '"platform-all"',
      severity: 'high',
    },
    {
      name: 'an inline policy',
      resource: role({ details: { RolePolicyList: [inlinePolicy('all', ADMINISTRATOR_STATEMENT)] } }),
      message: '"all"',
      pointers: [
        '/authorizationDetails/RolePolicyList/0/PolicyDocument/Statement/0',
        '/authorizationDetails/RolePolicyList/0/PolicyName',
      ],
    },
    {
      name: 'two policies that make an administrator together',
      resource: role({
        details: {
          RolePolicyList: [
            inlinePolicy('power', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
            inlinePolicy('iam', { Effect: 'Allow', Action: 'iam:*', Resource: '*' }),
          ],
        },
      }),
      message: '"power"',
    },
    {
      name: 'a permissions boundary that limits nothing',
      resource: role({ details: boundedBy(full.id) }),
      with: [administrator, full],
    },
    {
      name: 'full rights under a condition',
      resource: role({
        details: {
          RolePolicyList: [
            inlinePolicy('mfa', {
              ...ADMINISTRATOR_STATEMENT,
              Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
            }),
          ],
        },
      }),
      message: 'under a condition',
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'a role whose details could not be read',
      resource: role({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
    {
      name: 'an attached policy that could not be read',
      resource: role({ details: { AttachedManagedPolicies: [attached(full)] } }),
      with: [managedPolicy({ id: full.id, authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') })],
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
    {
      name: 'an attached policy that the recording does not have',
      resource: role({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
    {
      name: 'a boundary that the recording does not have',
      resource: role({ details: boundedBy(readOnly.id) }),
      with: [administrator],
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
    {
      name: 'policies that were not all listed',
      resource: role({ details: { AttachedManagedPolicies: [attached(full)] } }),
      unlisted: [{ type: 'AWS::IAM::ManagedPolicy', region: 'global' }],
      missing: ['AWS::IAM::ManagedPolicy in global'],
    },
  ],
  notApplicable: [
    {
      name: 'a service-linked role',
      resource: role({ details: { Path: '/aws-service-role/support.amazonaws.com/' } }),
      because: 'service-linked',
    },
    {
      name: 'a role of IAM Identity Center',
      resource: role({
        details: {
          Path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
          AttachedManagedPolicies: [attached(administrator)],
        },
      }),
      because: 'permission set',
    },
  ],
});
