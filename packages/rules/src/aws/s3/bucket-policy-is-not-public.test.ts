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
const ownRoles: PolicyStatement = {
  ...read,
  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
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
      name: 'item 19: a public policy that the account restricts',
      resource: bucket({ policy: policyDocument(read), publicAccessBlock: unrestricted }),
      with: [account()],
    },
    {
      name: 'a public policy that the bucket restricts, whatever the account does',
      resource: bucket({ policy: policyDocument(read) }),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
    },
    {
      name: 'a bucket without a policy whose block could not be read',
      resource: bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }),
      with: [open],
    },
    {
      name: 'item 17: everyone who comes through an access point of the account',
      resource: withPolicy({
        ...read,
        Action: '*',
        Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
      }),
      with: [open],
    },
    {
      name: 'a policy that S3 does not count as public, by its own word, but by its rules, and the bucket restricts',
      resource: bucket({ policy: policyDocument(read), policyStatus: { IsPublic: false } }),
      with: [open],
    },
    {
      name: 'every role of the account by a pattern, which S3 counts as public, and the bucket restricts',
      resource: bucket({ policy: policyDocument(ownRoles), policyStatus: { IsPublic: true } }),
      with: [open],
    },
    {
      name: 'item 29: a statement about another bucket, by a slip of the pen',
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
      name: 'both verdicts the same: what S3 says is shown',
      resource: bucket({ policy: policyDocument(read), policyStatus: { IsPublic: true }, publicAccessBlock: null }),
      with: [open],
      severity: 'critical',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policy/Statement/0', '/policyStatus/IsPublic'],
    },
    {
      name: 'item 12: ranges that are narrow each, so that S3 counts none, and everyone together',
      resource: bucket({
        policy: policyDocument({
          ...read,
          Condition: { IpAddress: { 'aws:SourceIp': Array.from({ length: 256 }, (_, index) => `${index}.0.0.0/8`) } },
        }),
        policyStatus: { IsPublic: false },
        publicAccessBlock: null,
      }),
      with: [open],
      message: 'aws:SourceIp in its condition does not fix who',
      severity: 'high',
    },
    {
      name: 'item 12: such ranges where the bucket restricts what S3 counts as public, which this is not',
      resource: bucket({
        policy: policyDocument({ ...read, Condition: { IpAddress: { 'aws:SourceIp': ['52.0.0.0/8', '53.0.0.0/8'] } } }),
        policyStatus: { IsPublic: false },
      }),
      with: [account()],
      message: 'anyone at 52.0.0.0/8 and 53.0.0.0/8 to read objects',
      severity: 'high',
      pointers: ['/policy/Statement/0', '/policyStatus/IsPublic'],
    },
    {
      name: 'both verdicts differ: open by its statements, and S3 says that it is not public',
      resource: bucket({ policy: policyDocument(read), policyStatus: { IsPublic: false }, publicAccessBlock: null }),
      with: [open],
      message: 'The policy allows anyone on the internet to read objects; S3 does not count it as public.',
      severity: 'high',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policy/Statement/0', '/policyStatus/IsPublic'],
    },
    {
      name: 'item 23: every role of the account by a pattern, which S3 counts as public and only they can meet',
      resource: withPolicy(ownRoles),
      with: [open],
      message:
        "S3 counts the policy as public, as aws:PrincipalArn in its condition is not fixed, though only one owner's principals or networks can meet it.",
      severity: 'medium',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policy/Statement/0'],
    },
    {
      name: 'item 6: everyone, and a Deny of all but a role of the account',
      resource: withPolicy(read, {
        Effect: 'Deny',
        NotPrincipal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/reader'] },
        Action: 's3:*',
        Resource: 'arn:aws:s3:::acme-invoices/*',
      }),
      with: [open],
      message: 'only a Deny in it keeps them out',
      severity: 'medium',
    },
    {
      name: 'item 15: any organization, for which one must have an account',
      resource: withPolicy({ ...read, Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }),
      with: [open],
      message: 'The policy allows anyone with an AWS account to read objects; aws:PrincipalOrgID in its condition',
      severity: 'critical',
    },
    {
      name: 'S3 counts a policy that lets nobody in to what is here',
      resource: bucket({
        policy: policyDocument({ ...read, Resource: 'arn:aws:s3:::acme-invoice/*' }),
        policyStatus: { IsPublic: true },
        publicAccessBlock: null,
      }),
      with: [open],
      message: 'S3 counts the policy as public',
      severity: 'medium',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets', '/policyStatus/IsPublic'],
    },
    {
      name: 'a policy that could not be read, and S3 says that it is public',
      resource: bucket({
        policy: notCollected('s3:GetBucketPolicy'),
        policyStatus: { IsPublic: true },
        publicAccessBlock: null,
      }),
      with: [open],
      message: 'its statements could not be read',
      severity: 'critical',
    },
    {
      name: 'item 24: reading for everyone where new objects are encrypted with a KMS key',
      resource: bucket({
        policy: policyDocument(read),
        publicAccessBlock: null,
        encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
      }),
      with: [open],
      severity: 'high',
      pointers: [
        '/publicAccessBlock/RestrictPublicBuckets',
        '/policy/Statement/0',
        '/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm',
      ],
    },
    {
      name: 'item 24: listing for everyone, which no key keeps from anyone',
      resource: bucket({
        policy: policyDocument(read, { ...read, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::acme-invoices' }),
        publicAccessBlock: null,
        encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
      }),
      with: [open],
      severity: 'critical',
    },
    {
      name: 'item 19: everything for everyone, with the other three settings on',
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
      name: "item 29: only the bucket's region for everyone",
      resource: withPolicy({ ...read, Action: 's3:GetBucketLocation', Resource: 'arn:aws:s3:::acme-invoices' }),
      with: [open],
      message: 'read settings of the bucket',
      severity: 'medium',
    },
    {
      name: 'item 23: everyone, narrowed by a Deny to a VPC endpoint',
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
      name: 'a policy that could not be read, on a bucket that restricts only what S3 counts as public',
      resource: bucket({
        policy: notCollected('s3:GetBucketPolicy'),
        policyStatus: notCollected('s3:GetBucketPolicyStatus'),
      }),
      with: [open],
      missing: ['policy'],
    },
    {
      name: 'a policy that could not be read, and that S3 does not count as public, which is the narrower meaning',
      resource: bucket({
        policy: notCollected('s3:GetBucketPolicy'),
        policyStatus: { IsPublic: false },
        publicAccessBlock: null,
      }),
      with: [open],
      missing: ['policy'],
    },
    {
      name: 'a policy that could not be read',
      resource: bucket({
        policy: notCollected('s3:GetBucketPolicy'),
        policyStatus: notCollected('s3:GetBucketPolicyStatus'),
        publicAccessBlock: null,
      }),
      with: [open],
      missing: ['policy'],
    },
    {
      name: 'a public policy where the block of the bucket could not be read',
      resource: bucket({
        policy: policyDocument(read),
        publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock'),
      }),
      with: [open],
      missing: ['publicAccessBlock'],
    },
    {
      name: 'a public policy where the block of the account could not be read',
      resource: withPolicy(read),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
      missing: ['AWS::Account.s3PublicAccessBlock'],
    },
  ],
});
