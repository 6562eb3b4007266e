import type { PolicyStatement } from '@plumbline/model';
import { administratorAccess, managedPolicy, notCollected, policyDocument } from '@plumbline/model/testing';
import { allow, deny } from '../../testing/holder.ts';
import { testRule } from '../../testing/test-rule.ts';
import { policyRestrictsDecrypt } from './policy-restricts-decrypt.ts';

const policy = (...statements: readonly PolicyStatement[]) =>
  managedPolicy({ document: policyDocument(...statements) });
const STATEMENT = '/authorizationDetails/PolicyVersionList/0/Document/Statement';

testRule(policyRestrictsDecrypt, {
  pass: [
    {
      name: 'one key',
      resource: policy(allow({ Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234' })),
    },
    {
      name: 'every key, denied again',
      resource: policy(allow({ Action: 'kms:*' }), deny({ Action: ['kms:Decrypt', 'kms:ReEncrypt*'] })),
    },
  ],
  fail: [
    {
      name: 'every key',
      resource: policy(allow({ Action: 's3:GetObject' }), allow({ Action: 'kms:Decrypt' })),
      message: 'The policy allows its holders to decrypt with every KMS key.',
      severity: 'medium',
      pointers: [`${STATEMENT}/1`],
    },
    { name: 'everything', resource: policy(allow({ Action: '*' })), severity: 'medium' },
    {
      name: 'every key through one service',
      resource: policy(
        allow({
          Action: 'kms:Decrypt',
          Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
        }),
      ),
      message: 'under a condition on kms:ViaService',
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
  ],
});
