import type { PolicyStatement } from '@plumbline/model';
import { account, bucket, notCollected, policyDocument, PUBLIC_ACCESS_BLOCKED } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketPolicyIsNotPublic } from './bucket-policy-is-not-public.ts';

const read: PolicyStatement = {
  Sid: 'PublicRead',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::acme-invoices/*',
};
const open = account({ s3PublicAccessBlock: null });
const unrestricted = { ...PUBLIC_ACCESS_BLOCKED, RestrictPublicBuckets: false };
const withPolicy = (...statements: readonly PolicyStatement[]) =>
  bucket({ policy: policyDocument(...statements), publicAccessBlock: null });

testRule(bucketPolicyIsNotPublic, {
  pass: [
    { name: 'a bucket without a policy', resource: bucket({ publicAccessBlock: null }), with: [open] },
    {
      name: 'a policy for one VPC endpoint',
      resource: withPolicy({ ...read, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } }),
      with: [open],
    },
    {
      name: 'a policy for CloudFront',
      resource: withPolicy({
        ...read,
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/E1' } },
      }),
      with: [open],
    },
    {
      name: 'a public policy that the bucket restricts',
      resource: bucket({ policy: policyDocument(read) }),
      with: [open],
    },
    {
      name: 'a public policy that the account restricts',
      resource: bucket({ policy: policyDocument(read), publicAccessBlock: unrestricted }),
      with: [account()],
    },
    {
      name: 'a public policy that the bucket restricts, whatever the account does',
      resource: bucket({ policy: policyDocument(read) }),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
    },
    {
      name: 'a statement about another bucket, by a slip of the pen',
      resource: withPolicy({ ...read, Resource: 'arn:aws:s3:::acme-invoice/*' }),
      with: [open],
    },
  ],
  fail: [
    {
      name: 'reading for everyone',
      resource: withPolicy({ ...read, Principal: { AWS: '111122223333' } }, read),
      with: [open],
      message: 'The policy allows anyone on the internet to read objects.',
      severity: 'critical',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policy/Statement/1'],
    },
    {
      name: 'everything for everyone, with the other three settings on',
      resource: bucket({
        policy: policyDocument({ ...read, Action: 's3:*', Resource: '*' }),
        publicAccessBlock: unrestricted,
      }),
      with: [open],
      message: 'list objects, read objects, write objects, delete objects, change',
    },
    {
      name: 'a condition that proves nothing',
      resource: withPolicy({ ...read, Condition: { StringLike: { 'aws:Referer': 'https://acme.example/*' } } }),
      with: [open],
      message: 'aws:Referer in its condition does not fix who',
    },
    {
      name: "only the bucket's region for everyone",
      resource: withPolicy({ ...read, Action: 's3:GetBucketLocation', Resource: 'arn:aws:s3:::acme-invoices' }),
      with: [open],
      message: 'read settings of the bucket',
      severity: 'medium',
    },
    {
      name: 'everyone, narrowed by a Deny to a VPC endpoint',
      resource: withPolicy(read, {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::acme-invoices', 'arn:aws:s3:::acme-invoices/*'],
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      }),
      with: [open],
      message: 'only a Deny in it keeps them out',
      severity: 'medium',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policy/Statement/0', '/policy/Statement/1'],
    },
    { name: 'an account that was recorded without its own resource', resource: withPolicy(read), message: 'anyone' },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: bucket({ policy: notCollected('s3:GetBucketPolicy') }),
      with: [account()],
      missing: ['policy'],
    },
    {
      name: 'a public policy where the block of the account could not be read',
      resource: withPolicy(read),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
      missing: ['AWS::Account.s3PublicAccessBlock'],
    },
  ],
});
