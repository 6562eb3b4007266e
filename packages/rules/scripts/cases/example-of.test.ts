import { account, bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { bucketBlocksPublicAccess } from '../../src/aws/s3/bucket-blocks-public-access.ts';
import { exampleOf } from './example-of.ts';

const open = {
  name: 'item 19: no block anywhere',
  resource: bucket({ publicAccessBlock: null }),
  with: [account({ s3PublicAccessBlock: null })],
};

test('tells what the rule says, of the facets it reads alone, without the number of the case', async () => {
  expect(await exampleOf(bucketBlocksPublicAccess, 'fail', open)).toEqual({
    name: 'no block anywhere',
    expected: 'fail',
    says: expect.stringContaining('are off for the bucket'),
    severity: 'high',
    severityReason: null,
    config: { publicAccessBlock: null },
  });
});

test('tells what is missing', async () => {
  const unread = { ...open, resource: bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }) };
  const { says } = await exampleOf(bucketBlocksPublicAccess, 'unknown', unread);
  expect(says).toBe('Missing: publicAccessBlock.');
});

test('says nothing of a case whose test fails', async () => {
  expect(await exampleOf(bucketBlocksPublicAccess, 'pass', open)).toMatchObject({ expected: 'pass', says: null });
});
