import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { readEncryption } from '../../lib/bucket-audits.ts';
import { defaultEncryption, encryptsWithKms } from '../../lib/bucket-encryption.ts';
import { encryptCommand, encryptTemplate, encryptTerraform, OWN_KEY } from '../../lib/encryption-fixes.ts';

export const bucketIsEncryptedWithCustomerKey = defineRule({
  id: 'aws-s3-bucket-is-encrypted-with-customer-key',
  title: 'Buckets with KMS encryption use a key of their own',
  description:
    "Where the default encryption is aws:kms or aws:kms:dsse, it must name a key: without one, or with the alias aws/s3, S3 uses the key that AWS manages. Buckets with S3's own keys are another rule's. That a key's id stands for a key of the customer is not checked.",
  risk: "The policy of AWS's key lets in everyone in the account who may use S3, and cannot be changed. It cannot be turned off when data must be made unreadable, and no other account can be given its use.",
  attack:
    "A role that may read the bucket is taken over. To stop it at once, the owner would disable the key or take the role out of its policy, and can do neither: the key is AWS's. Until the right IAM policy is found and changed, the thief goes on reading; it is time that is lost here, not a door that is open.",
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Default encryption: see the ARN of the key.',
      'KMS → Customer managed keys: see whether the key is among them.',
    ],
    cli: (target) => `${readEncryption(target)}
# Put the key that it names for KEY.
${sh`aws kms describe-key --region ${target.region} --key-id KEY --query KeyMetadata.KeyManager`}`,
    good: '`KMSMasterKeyID` is there, and the second command answers `CUSTOMER` for it. Where `SSEAlgorithm` is `AES256`, there is no KMS key to judge.',
  },
  severity: 'low',
  categories: ['encryption'],
  resource: 'AWS::S3::Bucket',
  reads: ['encryption'],
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'], 'nist-csf-2': ['PR.DS-01'] },
  remediation: {
    summary: 'Name a key of your own in the default encryption.',
    impact:
      'New objects use the new key; who reads or writes them needs permission for it. Old objects keep theirs until they are copied onto themselves.',
    effort: 'hours',
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Default encryption → Edit → choose from your AWS KMS keys, Bucket Key enabled → Save.',
    ],
    cli: (target) => encryptCommand(target, OWN_KEY),
    terraform: (target) => encryptTerraform(target, OWN_KEY),
    cloudformation: (target) => encryptTemplate(target, OWN_KEY),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  },

  evaluate: ({ encryption }) => {
    if (!encryptsWithKms(encryption)) return notApplicable('Its default encryption is not with a KMS key.');
    const key = defaultEncryption(encryption)?.KMSMasterKeyID ?? '';
    if (key !== '' && !/(^|:)alias\/aws\/s3$/.test(key)) return pass;
    return {
      status: 'fail',
      message: 'New objects are encrypted with the key that AWS manages, aws/s3.',
      evidence: [
        {
          pointer: '/encryption/Rules/0/ApplyServerSideEncryptionByDefault/KMSMasterKeyID',
          expected: 'names a key of the customer',
        },
      ],
    };
  },
});
