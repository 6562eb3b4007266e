import { expect, test } from 'vitest';
import { bucketBlocksPublicAccess } from '../aws/s3/bucket-blocks-public-access.ts';
import { collectedFrom, requiredPermissions } from './rule-sources.ts';

test('a rule needs what lists its resources and those they are related to, and what reads its facets and theirs', () => {
  expect(requiredPermissions(bucketBlocksPublicAccess)).toEqual([
    's3:GetAccountPublicAccessBlock',
    's3:GetBucketPublicAccessBlock',
    's3:ListAllMyBuckets',
    'sts:GetCallerIdentity',
  ]);
});

test("its facts come from its own resource's calls first", () => {
  expect(collectedFrom(bucketBlocksPublicAccess)).toEqual([
    's3:GetPublicAccessBlock',
    's3control:GetPublicAccessBlock',
  ]);
});
