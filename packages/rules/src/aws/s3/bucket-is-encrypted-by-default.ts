import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { readEncryption } from '../../lib/bucket-audits.ts';
import { defaultEncryption } from '../../lib/bucket-encryption.ts';
import { encryptCommand, encryptTemplate, encryptTerraform, S3_KEYS } from '../../lib/encryption-fixes.ts';

export const bucketIsEncryptedByDefault = defineRule({
  id: 'aws-s3-bucket-is-encrypted-by-default',
  title: 'Buckets encrypt new objects by default',
  description:
    "The bucket must have a default encryption with an algorithm. Since 5 January 2023 S3 gives every bucket one, and it can be changed but not removed: in a snapshot of AWS taken since, this rule does not fail. It does in older snapshots and for stores that only speak S3's protocol. Objects stored before may be unencrypted all the same, which a snapshot does not show.",
  risk: 'Objects without encryption at rest can be read from the storage itself, past all policies. Standards ask for proof that none are stored so.',
  attack:
    "It takes somebody who gets at the storage itself, so in AWS the harm is small. In a store of one's own that speaks the protocol of S3, a disk is replaced and sold without being wiped. Whoever buys it reads the objects from it, and no policy was ever asked.",
  audit: {
    console: ['Open S3 and choose the bucket.', 'Properties → Default encryption: see the encryption type.'],
    cli: readEncryption,
    good: '`SSEAlgorithm` is `AES256`, `aws:kms` or `aws:kms:dsse`. `ServerSideEncryptionConfigurationNotFoundError` means that there is no default encryption.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::S3::Bucket',
  reads: ['encryption'],
  controls: { 'cis-aws': ['s3-encrypt'], 'nist-800-53-r5': ['SC-13', 'SC-28', 'SC-28(1)'], 'nist-csf-2': ['PR.DS-01'] },
  remediation: {
    summary:
      'Set a default encryption for the bucket; copy old objects onto themselves where they must be encrypted too.',
    impact: 'Only new objects are encrypted by it. Readers notice nothing with keys of S3.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Default encryption → Edit → choose the encryption type → Save.',
    ],
    cli: (target) => encryptCommand(target, S3_KEYS),
    terraform: (target) => encryptTerraform(target, S3_KEYS),
    cloudformation: (target) => encryptTemplate(target, S3_KEYS),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
  },

  evaluate: ({ encryption }) => {
    if (defaultEncryption(encryption)?.SSEAlgorithm) return pass;
    return {
      status: 'fail',
      message: 'The bucket has no default encryption.',
      evidence: [
        {
          pointer: '/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm',
          expected: 'is AES256, aws:kms or aws:kms:dsse',
        },
      ],
    };
  },
});
