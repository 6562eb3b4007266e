import type { MultiRegionAccessPoint, PolicyStatement, PublicAccessBlock } from '@plumbline/model';
import {
  account,
  bucket,
  multiRegionAccessPoint,
  notCollected,
  policyDocument,
  PUBLIC_ACCESS_BLOCKED,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { multiRegionAccessPointPolicyIsNotPublic } from './multi-region-access-point-policy-is-not-public.ts';

const ARN = 'arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap';
const read: PolicyStatement = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${ARN}/object/*`,
};
const described: MultiRegionAccessPoint = {
  Name: 'acme-everywhere',
  Alias: 'mfzwi23gnjvgw.mrap',
  PublicAccessBlock: { ...PUBLIC_ACCESS_BLOCKED, RestrictPublicBuckets: false },
  Regions: [
    { Bucket: 'acme-eu', Region: 'eu-west-1' },
    { Bucket: 'acme-us', Region: 'us-east-1' },
  ],
};
const withPolicy = (statement: PolicyStatement) =>
  multiRegionAccessPoint({
    accessPoint: described,
    policy: policyDocument(statement),
    policyStatus: { IsPublic: true },
  });
const delegating = (name: string, publicAccessBlock: PublicAccessBlock | null = null) =>
  bucket({
    name,
    publicAccessBlock,
    policy: policyDocument({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: `arn:aws:s3:::${name}*`,
      Condition: { ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3::111122223333:accesspoint/*' } },
    }),
  });
const open = account({ s3PublicAccessBlock: null });

testRule(multiRegionAccessPointPolicyIsNotPublic, {
  pass: [
    {
      name: 'no policy',
      resource: multiRegionAccessPoint({ accessPoint: described }),
      with: [open, delegating('acme-eu'), delegating('acme-us')],
    },
    {
      name: 'item 18: its own block restricts its own policy',
      resource: multiRegionAccessPoint({ policy: policyDocument(read) }),
      with: [open, delegating('acme-invoices')],
    },
    {
      name: 'item 19: every bucket behind it restricts it',
      resource: withPolicy(read),
      with: [open, bucket({ name: 'acme-eu' }), bucket({ name: 'acme-us' })],
    },
  ],
  fail: [
    {
      name: 'item 18: its own policy lets in anyone who signs, and two buckets hand on',
      resource: withPolicy(read),
      with: [open, delegating('acme-eu'), delegating('acme-us')],
      message:
        'The policy allows anyone with an AWS account to read objects; the policy of acme-eu and acme-us lets them through.',
      severity: 'critical',
    },
    {
      name: 'item 19: one of the buckets restricts it, and both hand on',
      resource: withPolicy(read),
      with: [open, delegating('acme-eu', PUBLIC_ACCESS_BLOCKED), delegating('acme-us')],
      message: 'the policy of acme-us lets them through',
    },
    {
      name: 'no bucket hands on',
      resource: withPolicy(read),
      with: [open, bucket({ name: 'acme-eu' }), bucket({ name: 'acme-us', publicAccessBlock: null })],
      severity: 'medium',
      pointers: [
        '/accessPoint/PublicAccessBlock/RestrictPublicBuckets',
        '/policy/Statement/0',
        '/policyStatus/IsPublic',
      ],
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read, nor its status',
      resource: multiRegionAccessPoint({
        accessPoint: described,
        policy: notCollected('s3:GetMultiRegionAccessPointPolicy'),
        policyStatus: notCollected('s3:GetMultiRegionAccessPointPolicyStatus'),
      }),
      with: [open, delegating('acme-eu'), delegating('acme-us')],
      missing: ['policy'],
    },
  ],
});
