import {
  ADMINISTRATOR_STATEMENT,
  administratorAccess,
  managedPolicy,
  notCollected,
  policyDocument,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { policyAllowsNoFullAdmin } from './policy-allows-no-full-admin.ts';

const narrow = policyDocument({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
const full = policyDocument(ADMINISTRATOR_STATEMENT);

testRule(policyAllowsNoFullAdmin, {
  pass: [
    { name: 'a policy that reads one bucket', resource: managedPolicy() },
    {
      name: 'full rights less those of IAM',
      resource: managedPolicy({
        document: policyDocument(ADMINISTRATOR_STATEMENT, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }),
      }),
    },
    {
      name: 'full rights in a version that is not in force',
      resource: managedPolicy({
        details: {
          DefaultVersionId: 'v2',
          PolicyVersionList: [
            { VersionId: 'v1', IsDefaultVersion: false, Document: full },
            { VersionId: 'v2', IsDefaultVersion: true, Document: narrow },
          ],
        },
      }),
    },
  ],
  fail: [
    {
      name: 'everything on every resource',
      resource: managedPolicy({
        document: policyDocument({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }, ADMINISTRATOR_STATEMENT),
      }),
      message: 'The policy allows everything on every resource.',
      severity: 'high',
      pointers: [
        '/authorizationDetails/PolicyVersionList/0/Document/Statement/1',
        '/authorizationDetails/AttachmentCount',
      ],
    },
    {
      name: 'a statement that is not in a list, written *:*',
      resource: managedPolicy({
        document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*:*', Resource: '*' } },
      }),
      pointers: [
        '/authorizationDetails/PolicyVersionList/0/Document/Statement',
        '/authorizationDetails/AttachmentCount',
      ],
    },
    {
      name: 'a policy that nobody holds',
      resource: managedPolicy({ document: full, details: { AttachmentCount: 0 } }),
      severity: 'medium',
    },
    {
      name: 'everything where MFA is present',
      resource: managedPolicy({
        document: policyDocument({
          ...ADMINISTRATOR_STATEMENT,
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }),
      }),
      message: 'under a condition',
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'a policy whose details could not be read',
      resource: managedPolicy({ authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails') }),
      missing: ['authorizationDetails'],
    },
    {
      name: 'a policy without a document',
      resource: managedPolicy({ details: { PolicyVersionList: [] } }),
      missing: ['authorizationDetails'],
    },
  ],
  notApplicable: [
    { name: 'AdministratorAccess of AWS', resource: administratorAccess(), because: 'AWS writes this policy' },
    {
      name: 'a policy that is only a permissions boundary',
      resource: managedPolicy({
        document: full,
        details: { AttachmentCount: 0, PermissionsBoundaryUsageCount: 3 },
      }),
      because: 'permissions boundary',
    },
  ],
});
