import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketIsEncryptedByDefault } from './bucket-is-encrypted-by-default.ts';

const pointers = ['/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm'];

testRule(bucketIsEncryptedByDefault, {
  pass: [
    { name: 'the encryption that S3 gives every bucket', resource: bucket() },
    {
      name: 'a KMS key',
      resource: bucket({
        encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
      }),
    },
  ],
  fail: [
    {
      name: 'none',
      resource: bucket({ encryption: null }),
      message: 'no default encryption',
      severity: 'medium',
      pointers,
    },
    {
      name: 'a rule without a default',
      resource: bucket({ encryption: { Rules: [{ BucketKeyEnabled: true }] } }),
      pointers,
    },
  ],
  unknown: [
    {
      name: 'an encryption that could not be read',
      resource: bucket({ encryption: notCollected('s3:GetEncryptionConfiguration') }),
      missing: ['encryption'],
    },
  ],
});
