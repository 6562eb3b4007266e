import type { BucketEncryption } from '@plumbline/model';

/** The bucket's default encryption; a bucket has one rule. */
export function defaultEncryption(encryption: BucketEncryption | null) {
  return encryption?.Rules?.find((rule) => rule.ApplyServerSideEncryptionByDefault)?.ApplyServerSideEncryptionByDefault;
}

/** Whether new objects are encrypted with a KMS key unless an upload asks otherwise. Requests without a signature cannot use one. */
export function encryptsWithKms(encryption: BucketEncryption | null): boolean {
  return defaultEncryption(encryption)?.SSEAlgorithm?.startsWith('aws:kms') ?? false;
}
