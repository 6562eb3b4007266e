import { expect, test } from 'vitest';
import type { RemediationTarget } from '../kernel/remediation.ts';
import { encryptCommand, encryptTemplate, encryptTerraform, OWN_KEY, S3_KEYS } from './encryption-fixes.ts';

const target: RemediationTarget = {
  id: 'arn:aws:s3:::acme-invoices',
  localId: 'acme-invoices',
  name: 'acme-invoices',
  region: 'eu-west-1',
  account: '111122223333',
  partition: 'aws',
  evidence: [],
};

test('a template with an own key has a bucket key beside it', () => {
  expect(encryptTemplate(target, OWN_KEY)).toBe(`Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: "acme-invoices"
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: "aws:kms"
            KMSMasterKeyID: "KEY_ARN"
          BucketKeyEnabled: true`);
});

test('a command with an own key says what to put for it', () => {
  expect(encryptCommand(target, OWN_KEY)).toBe(`# Put the ARN of your key for KEY_ARN.
aws s3api put-bucket-encryption --bucket acme-invoices --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"KEY_ARN"},"BucketKeyEnabled":true}]}'`);
});

test('keys of S3 need neither a key nor a bucket key', () => {
  for (const write of [encryptCommand, encryptTerraform, encryptTemplate])
    expect(write(target, S3_KEYS)).not.toMatch(/KEY_ARN|kms|bucket_?key/i);
  expect(encryptTerraform(target, S3_KEYS)).toContain('sse_algorithm = "AES256"');
});
