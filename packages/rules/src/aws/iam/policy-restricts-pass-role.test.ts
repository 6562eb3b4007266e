import type { PolicyStatement } from '@plumbline/model';
import { administratorAccess, managedPolicy, notCollected, policyDocument } from '@plumbline/model/testing';
import { allow, deny } from '../../testing/holder.ts';
import { testRule } from '../../testing/test-rule.ts';
import { policyRestrictsPassRole } from './policy-restricts-pass-role.ts';

const policy = (...statements: readonly PolicyStatement[]) =>
  managedPolicy({ document: policyDocument(...statements) });
const STATEMENT = '/authorizationDetails/PolicyVersionList/0/Document/Statement';

testRule(policyRestrictsPassRole, {
  pass: [
    { name: 'a policy that reads one bucket', resource: managedPolicy() },
    {
      name: 'one role',
      resource: policy(allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app' })),
    },
    {
      name: 'every role, denied again',
      resource: policy(allow({ Action: 'iam:*' }), deny({ Action: 'iam:PassRole' })),
    },
  ],
  fail: [
    {
      name: 'every role',
      resource: policy(allow({ Action: ['iam:GetRole', 'iam:PassRole'] })),
      message: 'The policy allows its holders to pass every role to a service.',
      severity: 'medium',
      pointers: [`${STATEMENT}/0`],
    },
    {
      name: 'every role to one service',
      resource: policy(
        allow({ Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }),
      ),
      message: 'under a condition on iam:PassedToService',
      severity: 'low',
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
        document: policyDocument(allow({ Action: '*' })),
        details: { AttachmentCount: 0, PermissionsBoundaryUsageCount: 3 },
      }),
      because: 'permissions boundary',
    },
    {
      name: 'a policy that allows everything',
      resource: policy(allow({ Action: '*' })),
      because: 'aws-iam-policy-allows-no-full-admin',
    },
  ],
});
