import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketIsEncryptedWithCustomerKey } from './bucket-is-encrypted-with-customer-key.ts';

const encrypted = (key?: string, SSEAlgorithm: 'aws:kms' | 'aws:kms:dsse' = 'aws:kms') =>
  bucket({
    encryption: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm, ...(key ? { KMSMasterKeyID: key } : {}) } }],
    },
  });

testRule(bucketIsEncryptedWithCustomerKey, {
  pass: [
    {
      name: 'a key by its ARN',
      resource: encrypted('arn:aws:kms:eu-west-1:111122223333:key/5f2a8a1c-0c52-4a5e-9d5b-0b6d9a1f7c11'),
    },
    { name: 'an alias of the customer, two layers', resource: encrypted('alias/acme-s3', 'aws:kms:dsse') },
  ],
  fail: [
    {
      name: 'no key, which is the key that AWS manages',
      resource: encrypted(),
      message: 'aws/s3',
      severity: 'low',
      pointers: ['/encryption/Rules/0/ApplyServerSideEncryptionByDefault/KMSMasterKeyID'],
    },
    { name: 'its alias', resource: encrypted('arn:aws:kms:eu-west-1:111122223333:alias/aws/s3') },
  ],
  unknown: [
    {
      name: 'an encryption that could not be read',
      resource: bucket({ encryption: notCollected('s3:GetEncryptionConfiguration') }),
      missing: ['encryption'],
    },
  ],
  notApplicable: [{ name: 'the keys of S3', resource: bucket(), because: 'not with a KMS key' }],
});
