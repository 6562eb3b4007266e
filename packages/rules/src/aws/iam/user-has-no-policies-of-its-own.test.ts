import { attached, inlinePolicy, managedPolicy, notCollected, user } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { userHasNoPoliciesOfItsOwn } from './user-has-no-policies-of-its-own.ts';

const policy = managedPolicy();

testRule(userHasNoPoliciesOfItsOwn, {
  pass: [
    { name: 'a user in a group', resource: user() },
    {
      name: 'a user with a permissions boundary',
      resource: user({ details: { PermissionsBoundary: { PermissionsBoundaryArn: policy.id } } }),
    },
  ],
  fail: [
    {
      name: 'an inline policy and an attached one',
      resource: user({
        details: {
          UserPolicyList: [inlinePolicy('outage', { Effect: 'Deny', Action: 's3:*', Resource: '*' })],
          AttachedManagedPolicies: [attached(policy)],
        },
      }),
      message: 'The user has policies of its own: "outage" and "read-invoices".',
      severity: 'low',
      pointers: [
        '/authorizationDetails/UserPolicyList/0/PolicyName',
        '/authorizationDetails/AttachedManagedPolicies/0/PolicyArn',
      ],
    },
    {
      name: 'one policy',
      resource: user({ details: { AttachedManagedPolicies: [attached(policy)] } }),
      message: 'The user has a policy of its own: "read-invoices".',
    },
  ],
  unknown: [
    {
      name: 'a user whose details could not be read',
      resource: user({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
  ],
});
