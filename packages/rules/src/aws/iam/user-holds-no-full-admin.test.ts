import {
  ADMINISTRATOR_STATEMENT,
  administratorAccess,
  attached,
  user,
  inlinePolicy,
  managedPolicy,
  notCollected,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { userHoldsNoFullAdmin } from './user-holds-no-full-admin.ts';

const administrator = administratorAccess();
const readOnly = managedPolicy();

testRule(userHoldsNoFullAdmin, {
  pass: [
    { name: 'a user without policies of its own', resource: user(), with: [administrator] },
    {
      name: 'a user that may read a bucket',
      resource: user({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      with: [readOnly, administrator],
    },
    {
      name: 'AdministratorAccess within a narrow permissions boundary',
      resource: user({
        details: {
          AttachedManagedPolicies: [attached(administrator)],
          PermissionsBoundary: { PermissionsBoundaryArn: readOnly.id },
        },
      }),
      with: [administrator, readOnly],
    },
  ],
  fail: [
    {
      name: 'AdministratorAccess, the second of two policies',
      resource: user({ details: { AttachedManagedPolicies: [attached(readOnly), attached(administrator)] } }),
      with: [administrator, readOnly],
      message: 'The user may do everything on every resource by the policy "AdministratorAccess".',
      severity: 'high',
      pointers: [
        '/authorizationDetails/AttachedManagedPolicies/1/PolicyArn',
        '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
      ],
    },
    {
      name: 'an inline policy',
      resource: user({ details: { UserPolicyList: [inlinePolicy('emergency', ADMINISTRATOR_STATEMENT)] } }),
      message: '"emergency"',
      pointers: [
        '/authorizationDetails/UserPolicyList/0/PolicyDocument/Statement/0',
        '/authorizationDetails/UserPolicyList/0/PolicyName',
      ],
    },
  ],
  unknown: [
    {
      name: 'a user whose details could not be read',
      resource: user({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
    {
      name: 'policies that were not all listed',
      resource: user({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      unlisted: [{ type: 'AWS::IAM::ManagedPolicy', region: 'global' }],
      missing: ['AWS::IAM::ManagedPolicy in global'],
    },
  ],
});
