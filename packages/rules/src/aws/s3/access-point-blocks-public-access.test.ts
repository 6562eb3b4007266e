import type { AccessPoint } from '@plumbline/model';
import { accessPoint, account, bucket, notCollected, PUBLIC_ACCESS_BLOCKED } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accessPointBlocksPublicAccess } from './access-point-blocks-public-access.ts';

const described = (changed: Partial<AccessPoint>): AccessPoint => ({
  Name: 'invoices-readers',
  Bucket: 'acme-invoices',
  NetworkOrigin: 'Internet',
  BucketAccountId: '111122223333',
  ...changed,
});
const unblocked = accessPoint({ accessPoint: described({}) });
const open = account({ s3PublicAccessBlock: null });
const openBucket = bucket({ publicAccessBlock: null });

testRule(accessPointBlocksPublicAccess, {
  pass: [
    { name: 'all four settings of its own', resource: accessPoint(), with: [open, openBucket] },
    { name: 'item 19: those of its bucket', resource: unblocked, with: [open, bucket()] },
    { name: 'item 19: those of its account', resource: unblocked, with: [account(), openBucket] },
    {
      name: 'its own, whatever could not be read',
      resource: accessPoint(),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
    },
  ],
  fail: [
    {
      name: 'none anywhere',
      resource: unblocked,
      with: [open, openBucket],
      message: 'are off for the access point, for its account and for its bucket.',
      severity: 'critical',
    },
    {
      name: 'one setting off everywhere',
      resource: accessPoint({
        accessPoint: described({
          PublicAccessBlockConfiguration: { ...PUBLIC_ACCESS_BLOCKED, BlockPublicPolicy: false },
        }),
      }),
      with: [open, openBucket],
      message: 'BlockPublicPolicy is off',
      pointers: ['/accessPoint/PublicAccessBlockConfiguration/BlockPublicPolicy'],
    },
    {
      name: 'item 18: an origin in a VPC, which S3 never counts as public',
      resource: accessPoint({ accessPoint: described({ NetworkOrigin: 'VPC' }) }),
      with: [open, openBucket],
      severity: 'low',
    },
    {
      name: "another account's bucket, whose block is not known",
      resource: accessPoint({ accessPoint: described({ BucketAccountId: '444455556666' }) }),
      with: [open],
      message: 'are off for the access point and for its account, and its bucket is of another account.',
      severity: 'critical',
    },
  ],
  unknown: [
    {
      name: 'the block of its bucket could not be read',
      resource: unblocked,
      with: [open, bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })],
      missing: ['AWS::S3::Bucket.publicAccessBlock'],
    },
  ],
});
