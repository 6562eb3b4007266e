import type { PolicyStatement } from '@plumbline/model';
import { bucket, notCollected, policyDocument } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketPolicyTiesServicesToAccount } from './bucket-policy-ties-services-to-account.ts';

const trail: PolicyStatement = {
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::acme-invoices/*',
};
const withCondition = (Condition: PolicyStatement['Condition'] & object) =>
  bucket({ policy: policyDocument({ ...trail, Condition }) });

testRule(bucketPolicyTiesServicesToAccount, {
  pass: [
    { name: 'no policy', resource: bucket() },
    {
      name: 'no service',
      resource: bucket({ policy: policyDocument({ ...trail, Principal: { AWS: '111122223333' } }) }),
    },
    { name: 'an account', resource: withCondition({ StringEquals: { 'AWS:SourceAccount': '111122223333' } }) },
    {
      name: 'item 14: any trail of one account',
      resource: withCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } }),
    },
    {
      name: 'item 14: one bucket, whose ARN has no account',
      resource: withCondition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::acme-source' } }),
    },
    { name: 'an organization', resource: withCondition({ StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }) },
  ],
  fail: [
    {
      name: 'item 3: a service without a condition',
      resource: bucket({ policy: policyDocument(trail) }),
      message: 'The policy lets in cloudtrail.amazonaws.com for whomever it works.',
      severity: 'medium',
      pointers: ['/policy/Statement/0'],
    },
    {
      name: 'another condition',
      resource: withCondition({ StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }),
    },
    {
      name: 'item 14: any bucket of anyone',
      resource: withCondition({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }),
    },
    {
      name: 'item 9: a condition that a request without the key meets',
      resource: withCondition({ StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }),
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: bucket({ policy: notCollected('s3:GetBucketPolicy') }),
      missing: ['policy'],
    },
  ],
});
