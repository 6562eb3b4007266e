import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';

/** All four settings, as the CLI takes them. */
export const ALL_ON = 'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';

export function blockPublicAccessCommand({ name }: RemediationTarget): string {
  return sh`aws s3api put-public-access-block --bucket ${name} --public-access-block-configuration ${ALL_ON}`;
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

/** A bucket policy in CloudFormation with one statement, to add to those the policy has. */
export function bucketPolicyTemplate(
  { name }: RemediationTarget,
  statement: Readonly<Record<string, unknown>>,
): string {
  return `# It replaces the whole policy: add the statements that are there.
BucketPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: ${JSON.stringify(name)}
    PolicyDocument:
${yaml({ Version: '2012-10-17', Statement: [statement] }, '      ')}`;
}

/** Commands that disable ACLs: S3 refuses the second while the ACL still gives access to others. */
export function disableAclsCommand({ name }: RemediationTarget): string {
  return sh`aws s3api put-bucket-acl --bucket ${name} --acl private
aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls ${'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'}`;
}

const PRIVATE_FIRST = '# S3 refuses it while the ACL still gives access to others: make that private first.';

export function disableAclsTerraform({ name }: RemediationTarget): string {
  return `${PRIVATE_FIRST}
resource "aws_s3_bucket_ownership_controls" "${hclName(name)}" {
  bucket = ${hclString(name)}
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`;
}

export function disableAclsTemplate(target: RemediationTarget): string {
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };
  return `${PRIVATE_FIRST}
${bucketTemplate(target, { OwnershipControls })}`;
}

/** Plain values, objects, and lists of texts or objects; texts in quotes. */
export function yaml(value: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(value)
    .map(([key, each]) => {
      if (Array.isArray(each)) {
        const items = each.map((item: string | Readonly<Record<string, unknown>>) =>
          typeof item === 'string'
            ? `${indent}  - ${JSON.stringify(item)}`
            : `${indent}  - ${yaml(item, `${indent}    `).trimStart()}`,
        );
        return `${indent}${key}:\n${items.join('\n')}`;
      }
      if (typeof each === 'object' && each !== null) return `${indent}${key}:\n${yaml({ ...each }, `${indent}  `)}`;
      return `${indent}${key}: ${JSON.stringify(each)}`;
    })
    .join('\n');
}
