import type { PolicyStatement } from '@plumbline/model';
import { account, bucket, notCollected, policyDocument } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketPolicyKeepsControlInAccount } from './bucket-policy-keeps-control-in-account.ts';

const BOTH = ['arn:aws:s3:::acme-invoices', 'arn:aws:s3:::acme-invoices/*'];
const partner: PolicyStatement = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 's3:*',
  Resource: BOTH,
};
const open = account({ s3PublicAccessBlock: null });
const withPolicy = (...statements: readonly PolicyStatement[]) => bucket({ policy: policyDocument(...statements) });
const everyone: PolicyStatement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: BOTH };

testRule(bucketPolicyKeepsControlInAccount, {
  pass: [
    { name: 'no policy', resource: bucket() },
    { name: 'reading only', resource: withPolicy({ ...partner, Action: ['s3:Get*', 's3:ListBucket'] }) },
    {
      name: 'control for a role of the account',
      resource: withPolicy({ ...partner, Principal: { AWS: '111122223333' } }),
    },
    {
      name: 'everyone, if of the account',
      resource: withPolicy({
        ...partner,
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    },
    {
      name: 'control of the bucket on its objects, which is none',
      resource: withPolicy({ ...partner, Action: 's3:PutBucketPolicy', Resource: BOTH[1] ?? '' }),
    },
    {
      name: 'everything, and a Deny that takes control back from all but the account',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*Policy', 's3:Put*Acl', 's3:PutEncryptionConfiguration'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    },
    {
      name: 'everything, and a Deny that takes control back from all but the account and services',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*Policy', 's3:Put*Acl', 's3:PutEncryptionConfiguration'],
        Resource: BOTH,
        Condition: {
          StringNotEquals: { 'aws:PrincipalAccount': '111122223333' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    },
    {
      name: 'everything, and a Deny of the other account',
      resource: withPolicy(partner, { ...partner, Effect: 'Deny', Principal: { AWS: '444455556666' } }),
    },
    {
      name: 'item 6: everything, and a Deny of all but the account',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 's3:*',
        Resource: BOTH,
      }),
    },
    {
      name: 'everything, and a Deny of all but the account and services of AWS',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: BOTH,
        Condition: {
          StringNotEquals: { 'aws:PrincipalAccount': '111122223333' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    },
    {
      name: 'item 42: a principal that was deleted',
      resource: withPolicy({ ...partner, Principal: { AWS: 'AROAEXAMPLEID' } }),
    },
    {
      name: 'item 20: a public policy that the bucket restricts, named accounts and all',
      resource: withPolicy(partner, everyone),
      with: [open],
    },
  ],
  fail: [
    {
      name: 'everything for another account',
      resource: withPolicy(partner),
      with: [open],
      message: 'The policy allows 444455556666 s3:DeleteBucketPolicy, s3:PutBucketAcl, s3:PutBucketPolicy and 2 more.',
      severity: 'high',
      pointers: ['/policy/Statement/0'],
    },
    {
      name: 'item 20: a policy that is not public, which RestrictPublicBuckets does not touch',
      resource: withPolicy({ ...partner, Action: 's3:PutBucketPolicy' }),
      with: [account()],
      message: 'allows 444455556666 s3:PutBucketPolicy.',
    },
    {
      name: 'ACLs of objects',
      resource: withPolicy({ ...partner, Action: ['s3:PutObject', 's3:PutObjectAcl'], Resource: BOTH[1] ?? '' }),
      message: 's3:PutObjectAcl',
    },
    {
      name: 'all actions but one',
      resource: withPolicy({
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        NotAction: 's3:DeleteBucket',
        Resource: '*',
      }),
    },
    {
      name: 'a Deny that spares the other account',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: BOTH,
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } },
      }),
    },
    {
      name: 'everything for two accounts, and a Deny of one of them',
      resource: withPolicy(
        { ...partner, Principal: { AWS: ['444455556666', '777788889999'] } },
        { ...partner, Effect: 'Deny', Principal: { AWS: '777788889999' } },
      ),
      message: 'allows 444455556666 and 777788889999',
    },
    {
      name: 'item 6: a Deny of all but the other account',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        NotPrincipal: { AWS: ['111122223333', '444455556666'] },
        Action: 's3:*',
        Resource: BOTH,
      }),
    },
    {
      name: 'a Deny of all but an organization, of which the other account may be',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: BOTH,
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      }),
    },
    {
      name: 'a Deny of all but a VPC endpoint, which the other account may use',
      resource: withPolicy(partner, {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: BOTH,
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      }),
    },
    {
      name: 'a Deny of one role of the other account',
      resource: withPolicy(partner, {
        ...partner,
        Effect: 'Deny',
        Principal: { AWS: 'arn:aws:iam::444455556666:role/a' },
      }),
    },
    {
      name: 'everything for a canonical user, and a Deny of all but two accounts, one of which may be theirs',
      resource: withPolicy(
        {
          ...partner,
          Principal: { CanonicalUser: 'c0ffee00f924e986ac86fdf7b36c94bcdf32beec15d2f924e986ac86fdf7b36c' },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: BOTH,
          Condition: { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } },
        },
      ),
    },
    {
      name: 'everything for an organization',
      resource: withPolicy({
        ...partner,
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      }),
      message: 'allows every AWS account that meets the condition on aws:PrincipalOrgID s3:DeleteBucketPolicy',
    },
    {
      name: 'a Deny of one of them only',
      resource: withPolicy(partner, { Effect: 'Deny', Principal: '*', Action: 's3:PutBucketPolicy', Resource: BOTH }),
      message: 's3:DeleteBucketPolicy, s3:PutBucketAcl, s3:PutEncryptionConfiguration and s3:PutObjectAcl.',
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: bucket({ policy: notCollected('s3:GetBucketPolicy') }),
      missing: ['policy'],
    },
    {
      name: 'item 20: a public policy, and blocks that could not be read',
      resource: bucket({
        policy: policyDocument(partner, everyone),
        publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock'),
      }),
      with: [open],
      missing: ['publicAccessBlock'],
    },
  ],
});
