import { account, bucket, notCollected, PUBLIC_ACCESS_BLOCKED } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketBlocksPublicAccess } from './bucket-blocks-public-access.ts';

const denied = notCollected('s3:GetAccountPublicAccessBlock');

testRule(bucketBlocksPublicAccess, {
  pass: [
    { name: 'a bucket with all four settings on', resource: bucket(), with: [account({ s3PublicAccessBlock: null })] },
    {
      name: 'a bucket without a block in an account with one',
      resource: bucket({ publicAccessBlock: null }),
      with: [account()],
    },
    {
      name: 'item 19: settings that only bucket and account together turn on',
      resource: bucket({ publicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true } }),
      with: [account({ s3PublicAccessBlock: { BlockPublicPolicy: true, RestrictPublicBuckets: true } })],
    },
    {
      name: 'a bucket whose block could not be read in an account with one',
      resource: bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }),
      with: [account()],
    },
    {
      name: 'a blocked bucket in an account whose block could not be read',
      resource: bucket(),
      with: [account({ s3PublicAccessBlock: denied })],
    },
  ],
  fail: [
    {
      name: 'no block anywhere',
      resource: bucket({ publicAccessBlock: null }),
      with: [account({ s3PublicAccessBlock: null })],
      message:
        'BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy and RestrictPublicBuckets are off for the bucket and for its account.',
    },
    {
      name: 'one setting off for both',
      resource: bucket({ publicAccessBlock: { ...PUBLIC_ACCESS_BLOCKED, RestrictPublicBuckets: false } }),
      with: [account({ s3PublicAccessBlock: null })],
      message: 'RestrictPublicBuckets is off',
      pointers: ['/publicAccessBlock/RestrictPublicBuckets'],
    },
  ],
  unknown: [
    {
      name: 'a bucket whose block could not be read in an account without one',
      resource: bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }),
      with: [account({ s3PublicAccessBlock: null })],
      missing: ['publicAccessBlock'],
    },
    {
      name: "a bucket without a block where the account's could not be read",
      resource: bucket({ publicAccessBlock: null }),
      with: [account({ s3PublicAccessBlock: denied })],
      missing: ['AWS::Account.s3PublicAccessBlock'],
    },
  ],
});
