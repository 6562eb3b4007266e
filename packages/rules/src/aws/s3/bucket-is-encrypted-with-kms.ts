import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { readEncryption } from '../../lib/bucket-audits.ts';
import { defaultEncryption, encryptsWithKms } from '../../lib/bucket-encryption.ts';
import { encryptCommand, encryptTemplate, encryptTerraform, OWN_KEY } from '../../lib/encryption-fixes.ts';
import { listed } from '../../lib/listed.ts';
import { loggingInto } from '../relations/s3.ts';

export const bucketIsEncryptedWithKms = defineRule({
  id: 'aws-s3-bucket-is-encrypted-with-kms',
  title: 'Buckets encrypt new objects with a KMS key',
  description:
    "The bucket's default encryption must be aws:kms or aws:kms:dsse, be the key a customer's or AWS's own aws/s3. Uploads can ask for another encryption, which a snapshot does not show. It does not apply to a bucket with S3's own keys that takes the access logs of others, as S3 delivers them with its own keys.",
  risk: 'With keys of S3, whoever may read the object reads the data. A KMS key leaves traces of its use in CloudTrail; one of your own is a second permission too, and a switch that makes all data unreadable.',
  attack:
    'A tool was given s3:GetObject on every bucket, and its access key leaks. S3 decrypts with its own keys for whoever may read, so the thief reads everything. With a KMS key of the owner they would have needed leave to use that key too, and disabling it would have stopped them.',
  audit: {
    console: ['Open S3 and choose the bucket.', 'Properties → Default encryption: see the encryption type.'],
    cli: readEncryption,
    good: '`SSEAlgorithm` is `aws:kms` or `aws:kms:dsse`. `AES256` is right for a bucket that takes the access logs of others.',
  },
  severity: 'low',
  categories: ['encryption'],
  resource: 'AWS::S3::Bucket',
  reads: ['encryption'],
  needs: { logged: loggingInto },
  controls: {
    'nist-800-53-r5': ['AU-9', 'CA-9(1)', 'CM-3(6)', 'SC-12(2)', 'SC-13', 'SC-28', 'SC-28(1)', 'SC-7(10)', 'SI-7(6)'],
    'nist-csf-2': ['PR.DS-01'],
  },
  remediation: {
    summary: 'Set the default encryption to a KMS key of your own, with a bucket key to keep its cost down.',
    impact:
      'Who reads or writes needs permission for the key too, other accounts above all. Targets of server access logs must stay with keys of S3.',
    effort: 'hours',
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Default encryption → Edit → SSE-KMS, choose the key, Bucket Key enabled → Save.',
    ],
    cli: (target) => encryptCommand(target, OWN_KEY),
    terraform: (target) => encryptTerraform(target, OWN_KEY),
    cloudformation: (target) => encryptTemplate(target, OWN_KEY),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  },

  evaluate: ({ encryption }, { logged }) => {
    if (encryptsWithKms(encryption)) return pass;
    if (isCollected(logged) && logged.length > 0)
      return notApplicable(
        `It takes the access logs of ${listed(logged.map(({ name }) => name))}, which S3 delivers with its own keys.`,
      );
    return {
      status: 'fail',
      message: defaultEncryption(encryption)
        ? "New objects are encrypted with S3's own keys, not with a KMS key."
        : 'The bucket has no default encryption.',
      evidence: [
        {
          pointer: '/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm',
          expected: 'is aws:kms or aws:kms:dsse',
        },
      ],
    };
  },
});
