import type { AccessPoint, PolicyStatement, PublicAccessBlock } from '@plumbline/model';
import {
  accessPoint,
  account,
  bucket,
  notCollected,
  policyDocument,
  PUBLIC_ACCESS_BLOCKED,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accessPointPolicyIsNotPublic } from './access-point-policy-is-not-public.ts';

const ARN = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/invoices-readers';
const read: PolicyStatement = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${ARN}/object/*`,
};
const delegated: PolicyStatement = {
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: ['arn:aws:s3:::acme-invoices', 'arn:aws:s3:::acme-invoices/*'],
  Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
};
const UNBLOCKED: PublicAccessBlock = { ...PUBLIC_ACCESS_BLOCKED, RestrictPublicBuckets: false };
const described = (changed: Partial<AccessPoint> = {}): AccessPoint => ({
  Name: 'invoices-readers',
  Bucket: 'acme-invoices',
  NetworkOrigin: 'Internet',
  PublicAccessBlockConfiguration: UNBLOCKED,
  BucketAccountId: '111122223333',
  ...changed,
});
const withPolicy = (statement: PolicyStatement, changed: Partial<AccessPoint> = {}) =>
  accessPoint({ accessPoint: described(changed), policy: policyDocument(statement), policyStatus: { IsPublic: true } });
const open = account({ s3PublicAccessBlock: null });
const delegating = bucket({ policy: policyDocument(delegated), publicAccessBlock: null });
const silent = bucket({ publicAccessBlock: null });

testRule(accessPointPolicyIsNotPublic, {
  pass: [
    { name: 'no policy', resource: accessPoint({ accessPoint: described() }), with: [open, delegating] },
    {
      name: 'a policy for one organization',
      resource: accessPoint({
        accessPoint: described(),
        policy: policyDocument({ ...read, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        policyStatus: { IsPublic: false },
      }),
      with: [open, delegating],
    },
    {
      name: 'item 18: a VPC as its network origin, whatever its policy says',
      resource: withPolicy(read, { NetworkOrigin: 'VPC', VpcConfiguration: { VpcId: 'vpc-1' } }),
      with: [open, delegating],
    },
    {
      name: 'item 19: the access point restricts it',
      resource: withPolicy(read, { PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCKED }),
      with: [open, delegating],
    },
    {
      name: 'item 19: the bucket restricts it',
      resource: withPolicy(read),
      with: [open, bucket({ policy: policyDocument(delegated) })],
    },
    { name: 'item 19: the account restricts it', resource: withPolicy(read), with: [account(), delegating] },
  ],
  fail: [
    {
      name: 'item 17: reading for everyone, and the bucket hands access control on',
      resource: withPolicy(read),
      with: [open, delegating],
      message:
        'The policy allows anyone on the internet to read objects; the policy of acme-invoices lets them through.',
      severity: 'critical',
      pointers: [
        '/accessPoint/PublicAccessBlockConfiguration/RestrictPublicBuckets',
        '/policy/Statement/0',
        '/policyStatus/IsPublic',
        '/policy/Statement/0',
      ],
    },
    {
      name: 'item 17: everyone through this access point, which is no proof here',
      resource: withPolicy({ ...read, Condition: { StringEquals: { 's3:DataAccessPointArn': ARN } } }),
      with: [open, delegating],
      message: 's3:DataAccessPointArn in its condition does not fix who; the policy of acme-invoices lets them through',
      severity: 'critical',
    },
    {
      name: 'item 17: a bucket that hands on to another access point only',
      resource: withPolicy(read),
      with: [
        open,
        bucket({
          publicAccessBlock: null,
          policy: policyDocument({
            ...delegated,
            Condition: { StringEquals: { 's3:DataAccessPointArn': `${ARN}-2` } },
          }),
        }),
      ],
      message: 'no policy of a bucket behind it lets them through today',
      severity: 'medium',
    },
    {
      name: 'item 23: a bucket that hands on, and denies everyone but a VPC endpoint',
      resource: withPolicy(read),
      with: [
        open,
        bucket({
          publicAccessBlock: null,
          policy: policyDocument(delegated, {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
          }),
        }),
      ],
      severity: 'medium',
    },
    {
      name: 'item 17: a bucket that hands on, and denies everyone who does not come through an access point of the account',
      resource: withPolicy(read),
      with: [
        open,
        bucket({
          publicAccessBlock: null,
          policy: policyDocument(delegated, {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringNotEquals: { 's3:DataAccessPointAccount': '111122223333' } },
          }),
        }),
      ],
      message: 'the policy of acme-invoices lets them through',
      severity: 'critical',
    },
    {
      name: 'item 18: a bucket that hands on, and denies what does not come through the access points of VPCs',
      resource: withPolicy(read),
      with: [
        open,
        bucket({
          publicAccessBlock: null,
          policy: policyDocument(delegated, {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { StringNotEquals: { 's3:AccessPointNetworkOrigin': 'VPC' } },
          }),
        }),
      ],
      severity: 'medium',
    },
    {
      name: 'item 17: a bucket that hands on something else only',
      resource: withPolicy(read),
      with: [
        open,
        bucket({ publicAccessBlock: null, policy: policyDocument({ ...delegated, Action: 's3:ListBucket' }) }),
      ],
      message: 'no policy of a bucket behind it lets them through today',
      severity: 'medium',
    },
    {
      name: 'a policy that could not be read, and S3 says that it is public',
      resource: accessPoint({
        accessPoint: described(),
        policy: notCollected('s3:GetAccessPointPolicy'),
        policyStatus: { IsPublic: true },
      }),
      with: [open, delegating],
      message: 'its statements could not be read',
      severity: 'high',
    },
    {
      name: 'a bucket whose policy allows nothing',
      resource: withPolicy(read),
      with: [open, silent],
      message: 'no policy of a bucket behind it lets them through today',
      severity: 'medium',
    },
    {
      name: 'a bucket whose policy could not be read',
      resource: withPolicy(read),
      with: [open, bucket({ publicAccessBlock: null, policy: notCollected('s3:GetBucketPolicy') })],
      message: "whether the bucket's policy allows it too could not be read",
      severity: 'high',
    },
    {
      name: "another account's bucket",
      resource: withPolicy(read, { BucketAccountId: '444455556666' }),
      with: [open],
      message: 'what acme-invoices of another account allows is not in this snapshot',
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'a public policy, and the block of the account could not be read',
      resource: withPolicy(read),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') }), delegating],
      missing: ['AWS::Account.s3PublicAccessBlock'],
    },
    {
      name: 'a public policy, and the block of the bucket could not be read',
      resource: withPolicy(read),
      with: [open, bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })],
      missing: ['AWS::S3::Bucket.publicAccessBlock'],
    },
    {
      name: 'a policy that could not be read, nor its status',
      resource: accessPoint({
        accessPoint: described(),
        policy: notCollected('s3:GetAccessPointPolicy'),
        policyStatus: notCollected('s3:GetAccessPointPolicyStatus'),
      }),
      with: [open, delegating],
      missing: ['policy'],
    },
  ],
});
