import {
  ADMINISTRATOR_STATEMENT,
  administratorAccess,
  attached,
  group,
  inlinePolicy,
  managedPolicy,
  notCollected,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { groupHoldsNoFullAdmin } from './group-holds-no-full-admin.ts';

const administrator = administratorAccess();
const readOnly = managedPolicy();

testRule(groupHoldsNoFullAdmin, {
  pass: [
    { name: 'a group without policies of its own', resource: group(), with: [administrator] },
    {
      name: 'a group that may read a bucket',
      resource: group({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      with: [readOnly, administrator],
    },
  ],
  fail: [
    {
      name: 'AdministratorAccess, the second of two policies',
      resource: group({ details: { AttachedManagedPolicies: [attached(readOnly), attached(administrator)] } }),
      with: [administrator, readOnly],
      message: 'The group may do everything on every resource by the policy "AdministratorAccess".',
      severity: 'medium',
      pointers: [
        '/authorizationDetails/AttachedManagedPolicies/1/PolicyArn',
        '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
      ],
    },
    {
      name: 'an inline policy',
      resource: group({ details: { GroupPolicyList: [inlinePolicy('emergency', ADMINISTRATOR_STATEMENT)] } }),
      message: '"emergency"',
      pointers: [
        '/authorizationDetails/GroupPolicyList/0/PolicyDocument/Statement/0',
        '/authorizationDetails/GroupPolicyList/0/PolicyName',
      ],
    },
  ],
  unknown: [
    {
      name: 'a group whose details could not be read',
      resource: group({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
    {
      name: 'policies that were not all listed',
      resource: group({ details: { AttachedManagedPolicies: [attached(readOnly)] } }),
      unlisted: [{ type: 'AWS::IAM::ManagedPolicy', region: 'global' }],
      missing: ['AWS::IAM::ManagedPolicy in global'],
    },
  ],
});
