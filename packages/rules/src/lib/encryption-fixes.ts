import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import { bucketTemplate } from './bucket-fixes.ts';

/** Encrypts new objects with keys of S3. */
export const S3_KEYS = { algorithm: 'AES256' } as const;

/** Encrypts new objects with a KMS key of the customer, which stands as `KEY_ARN`; a bucket key keeps its cost down. */
export const OWN_KEY = { algorithm: 'aws:kms', key: 'KEY_ARN' } as const;

type Encryption = typeof S3_KEYS | typeof OWN_KEY;

export function encryptCommand({ name }: RemediationTarget, encryption: Encryption): string {
  const configuration = JSON.stringify({ Rules: [rule('ApplyServerSideEncryptionByDefault', encryption)] });
  const command = sh`aws s3api put-bucket-encryption --bucket ${name} --server-side-encryption-configuration ${configuration}`;
  return 'key' in encryption ? `# Put the ARN of your key for ${encryption.key}.\n${command}` : command;
}

export function encryptTerraform({ name }: RemediationTarget, encryption: Encryption): string {
  const lines =
    'key' in encryption
      ? `    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "${encryption.algorithm}"
      kms_master_key_id = aws_kms_key.${hclName(name)}.arn
    }`
      : `    apply_server_side_encryption_by_default {
      sse_algorithm = "${encryption.algorithm}"
    }`;
  return `resource "aws_s3_bucket_server_side_encryption_configuration" "${hclName(name)}" {
  bucket = ${hclString(name)}
  rule {
${lines}
  }
}`;
}

export function encryptTemplate(target: RemediationTarget, encryption: Encryption): string {
  const ServerSideEncryptionConfiguration = [rule('ServerSideEncryptionByDefault', encryption)];
  return bucketTemplate(target, { BucketEncryption: { ServerSideEncryptionConfiguration } });
}

/** A rule of default encryption; the API and CloudFormation have different names for its default. */
function rule(byDefault: string, encryption: Encryption) {
  return 'key' in encryption
    ? { [byDefault]: { SSEAlgorithm: encryption.algorithm, KMSMasterKeyID: encryption.key }, BucketKeyEnabled: true }
    : { [byDefault]: { SSEAlgorithm: encryption.algorithm } };
}
