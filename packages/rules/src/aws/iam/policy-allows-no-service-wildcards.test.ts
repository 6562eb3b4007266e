import type { PolicyStatement } from '@plumbline/model';
import { administratorAccess, managedPolicy, notCollected, policyDocument } from '@plumbline/model/testing';
import { allow, deny } from '../../testing/holder.ts';
import { testRule } from '../../testing/test-rule.ts';
import { policyAllowsNoServiceWildcards } from './policy-allows-no-service-wildcards.ts';

const policy = (...statements: readonly PolicyStatement[]) =>
  managedPolicy({ document: policyDocument(...statements) });
const STATEMENT = '/authorizationDetails/PolicyVersionList/0/Document/Statement';

testRule(policyAllowsNoServiceWildcards, {
  pass: [
    { name: 'a policy that reads one bucket', resource: managedPolicy() },
    { name: 'access levels of a service', resource: policy(allow({ Action: ['s3:Get*', 's3:List*'] })) },
    {
      name: 'a service, all of whose writing is denied',
      resource: policy(allow({ Action: 'sqs:*' }), deny({ NotAction: ['sqs:Get*', 'sqs:List*'] })),
    },
  ],
  fail: [
    {
      name: 'two services, the second statement',
      resource: policy(allow({ Action: 's3:GetObject' }), allow({ Action: ['athena:*', 'glue:*'] })),
      message: 'The policy allows every action of athena and glue.',
      pointers: [`${STATEMENT}/1`],
    },
    { name: 'a service that manages no permissions', resource: policy(allow({ Action: 'athena:*' })), severity: 'low' },
    {
      name: 'a service that manages permissions',
      resource: policy(allow({ Action: 's3:*' })),
      message: 'every action of s3',
      severity: 'medium',
    },
    {
      name: 'everything on one bucket',
      resource: policy(allow({ Action: '*', Resource: 'arn:aws:s3:::acme-invoices/*' })),
      message: 'every action of s3.',
      severity: 'info',
    },
    { name: 'everything', resource: policy(allow({ Action: '*' })), message: 'every action of every service' },
    { name: 'item 34: all but IAM', resource: policy(allow({ NotAction: 'iam:*' })), message: 'more' },
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
  ],
});
