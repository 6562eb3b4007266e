import type { MultiRegionAccessPoint } from '@plumbline/model';
import { account, bucket, multiRegionAccessPoint, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { multiRegionAccessPointBlocksPublicAccess } from './multi-region-access-point-blocks-public-access.ts';

const described: MultiRegionAccessPoint = {
  Name: 'acme-everywhere',
  PublicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true },
  Regions: [{ Bucket: 'acme-eu' }, { Bucket: 'acme-us' }],
};
const half = multiRegionAccessPoint({ accessPoint: described });
const open = account({ s3PublicAccessBlock: null });

testRule(multiRegionAccessPointBlocksPublicAccess, {
  pass: [
    { name: 'all four settings of its own', resource: multiRegionAccessPoint(), with: [open] },
    {
      name: 'item 19: what every bucket behind it adds',
      resource: half,
      with: [open, bucket({ name: 'acme-eu' }), bucket({ name: 'acme-us' })],
    },
  ],
  fail: [
    {
      name: 'one of the buckets behind it adds nothing',
      resource: half,
      with: [open, bucket({ name: 'acme-eu' }), bucket({ name: 'acme-us', publicAccessBlock: null })],
      message: 'BlockPublicPolicy and RestrictPublicBuckets are off for the access point',
      severity: 'high',
      pointers: [
        '/accessPoint/PublicAccessBlock/BlockPublicPolicy',
        '/accessPoint/PublicAccessBlock/RestrictPublicBuckets',
      ],
    },
    {
      name: "one of the buckets is another account's, whose block is not known",
      resource: multiRegionAccessPoint({
        accessPoint: {
          ...described,
          Regions: [{ Bucket: 'acme-eu' }, { Bucket: 'partner-us', BucketAccountId: '444455556666' }],
        },
      }),
      with: [open, bucket({ name: 'acme-eu' })],
    },
  ],
  unknown: [
    {
      name: 'the block of the account could not be read',
      resource: half,
      with: [
        account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') }),
        bucket({ name: 'acme-eu', publicAccessBlock: null }),
        bucket({ name: 'acme-us' }),
      ],
      missing: ['AWS::Account.s3PublicAccessBlock'],
    },
  ],
});
