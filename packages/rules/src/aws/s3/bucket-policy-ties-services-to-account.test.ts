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
const notForOthers: PolicyStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' },
    Null: { 'aws:SourceAccount': 'false' },
    Bool: { 'aws:PrincipalIsAWSService': 'true' },
  },
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
    {
      name: 'an origin access control of CloudFront',
      resource: bucket({
        policy: policyDocument({
          ...trail,
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: 's3:GetObject',
          Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/E1' } },
        }),
      }),
    },
    {
      name: 'item 3: a Deny of services that come for others, as AWS advises it',
      resource: bucket({ policy: policyDocument(trail, notForOthers) }),
    },
    {
      name: 'load balancers that write below the number of their account',
      resource: bucket({
        policy: policyDocument({
          ...trail,
          Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
          Resource: 'arn:aws:s3:::acme-invoices/alb/AWSLogs/111122223333/*',
        }),
      }),
    },
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
      name: 'item 3: a Deny of services that come for others, of other actions',
      resource: bucket({ policy: policyDocument(trail, { ...notForOthers, Action: 's3:GetObject' }) }),
    },
    {
      name: 'item 3: a Deny of another service that comes for others',
      resource: bucket({
        policy: policyDocument(trail, { ...notForOthers, Principal: { Service: 'config.amazonaws.com' } }),
      }),
    },
    {
      name: 'item 3: a Deny with a further condition',
      resource: bucket({
        policy: policyDocument(trail, {
          ...notForOthers,
          Condition: { ...notForOthers.Condition, StringEquals: { 's3:x-amz-acl': 'private' } },
        }),
      }),
    },
    {
      name: 'item 3: a Deny that asks for some organization',
      resource: bucket({
        policy: policyDocument(trail, {
          ...notForOthers,
          Condition: { StringNotLike: { 'aws:SourceOrgID': 'o-*' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } },
        }),
      }),
    },
    {
      name: 'load balancers that write anywhere',
      resource: bucket({
        policy: policyDocument({
          ...trail,
          Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
          Resource: ['arn:aws:s3:::acme-invoices/AWSLogs/111122223333/*', 'arn:aws:s3:::acme-invoices/alb/*'],
        }),
      }),
      message: 'lets in logdelivery.elasticloadbalancing.amazonaws.com',
    },
    {
      name: 'trails that write below the number of an account, which their owner may put into the prefix',
      resource: bucket({
        policy: policyDocument({ ...trail, Resource: 'arn:aws:s3:::acme-invoices/AWSLogs/111122223333/*' }),
      }),
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
