import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';

export function blockPublicAccessCommand({ name }: RemediationTarget): string {
  return sh`aws s3api put-public-access-block --bucket ${name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`;
}

export function blockPublicAccessTerraform({ name }: RemediationTarget): string {
  return `resource "aws_s3_bucket_public_access_block" "${hclName(name)}" {
  bucket                  = ${hclString(name)}
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`;
}

/** A bucket's property in CloudFormation, beside those it has. */
export function bucketTemplate({ name }: RemediationTarget, property: Readonly<Record<string, unknown>>): string {
  return `Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: ${JSON.stringify(name)}
${yaml(property, '    ')}`;
}

export const BLOCKED = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
};

/** A bucket's default encryption as the API and CloudFormation take it. */
export function bucketEncryptionTemplate(
  target: RemediationTarget,
  byDefault: Readonly<Record<string, string>>,
): string {
  return bucketTemplate(target, {
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }] },
  });
}

/** Plain values, objects and lists of objects; texts in quotes. */
function yaml(value: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(value)
    .map(([key, each]) => {
      if (Array.isArray(each)) {
        const items = each.map(
          (item: Readonly<Record<string, unknown>>) => `${indent}  - ${yaml(item, `${indent}    `).trimStart()}`,
        );
        return `${indent}${key}:\n${items.join('\n')}`;
      }
      if (typeof each === 'object' && each !== null) return `${indent}${key}:\n${yaml({ ...each }, `${indent}  `)}`;
      return `${indent}${key}: ${JSON.stringify(each)}`;
    })
    .join('\n');
}
