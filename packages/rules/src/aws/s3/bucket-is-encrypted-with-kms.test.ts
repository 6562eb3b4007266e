import type { BucketEncryption } from '@plumbline/model';
import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketIsEncryptedWithKms } from './bucket-is-encrypted-with-kms.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/5f2a8a1c-0c52-4a5e-9d5b-0b6d9a1f7c11';
const encrypted = (byDefault: NonNullable<BucketEncryption['Rules']>[number]['ApplyServerSideEncryptionByDefault']) =>
  bucket({ encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true }] } });

testRule(bucketIsEncryptedWithKms, {
  pass: [
    { name: 'a key of the customer', resource: encrypted({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY }) },
    { name: "AWS's own key", resource: encrypted({ SSEAlgorithm: 'aws:kms' }) },
    { name: 'two layers', resource: encrypted({ SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: KEY }) },
  ],
  fail: [
    {
      name: 'the keys of S3',
      resource: bucket(),
      message: "S3's own keys",
      severity: 'low',
      pointers: ['/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm'],
    },
    {
      name: 'the keys of S3, and another bucket whose logging could not be read',
      resource: bucket(),
      with: [bucket({ name: 'acme-orders', logging: notCollected('s3:GetBucketLogging') })],
    },
    { name: 'no default encryption', resource: bucket({ encryption: null }), message: 'no default encryption' },
  ],
  unknown: [
    {
      name: 'an encryption that could not be read',
      resource: bucket({ encryption: notCollected('s3:GetEncryptionConfiguration') }),
      missing: ['encryption'],
    },
  ],
  notApplicable: [
    {
      name: 'a bucket that takes the access logs of others',
      resource: bucket({ name: 'acme-logs' }),
      with: [bucket({ name: 'acme-orders', logging: { TargetBucket: 'acme-logs', TargetPrefix: 'orders/' } })],
      because: 'It takes the access logs of acme-orders',
    },
  ],
});
