import { expect, test } from 'vitest';
import type { RemediationTarget } from '../kernel/remediation.ts';
import {
  BLOCKED,
  blockPublicAccessCommand,
  bucketTemplate,
  disableAclsCommand,
  disableAclsTemplate,
} from './bucket-fixes.ts';

const target: RemediationTarget = {
  id: 'arn:aws:s3:::acme-invoices',
  localId: 'acme-invoices',
  name: 'acme-invoices',
  region: 'eu-west-1',
  account: '111122223333',
  partition: 'aws',
  evidence: [],
};

test('a command names the bucket', () =>
  expect(blockPublicAccessCommand(target)).toContain('--bucket acme-invoices --public-access-block'));

test('a template is YAML with the property in its place', () => {
  expect(bucketTemplate(target, BLOCKED)).toBe(`Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: "acme-invoices"
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      IgnorePublicAcls: true
      BlockPublicPolicy: true
      RestrictPublicBuckets: true`);
});

test('lists are indented below their key', () => {
  expect(disableAclsTemplate(target)).toContain(`    OwnershipControls:
      Rules:
        - ObjectOwnership: "BucketOwnerEnforced"`);
});

test('the ACL is made private before ACLs are disabled', () => {
  const [first, second] = disableAclsCommand(target).split('\n');
  expect(first).toContain('put-bucket-acl --bucket acme-invoices --acl private');
  expect(second).toContain("--ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'");
});
