import type { PolicyStatement } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketResources } from '../../lib/bucket-access.ts';
import { readPolicy } from '../../lib/bucket-audits.ts';
import { bucketPolicyTemplate } from '../../lib/bucket-fixes.ts';
import { coversAction, coversResource, listOf, namesEveryone } from '../../lib/policy-document.ts';

export const bucketPolicyRequiresTls = defineRule({
  id: 'aws-s3-bucket-policy-requires-tls',
  title: 'Bucket policies refuse requests without TLS',
  description:
    'The bucket policy must deny everyone every S3 action, on the bucket and on all its objects, when aws:SecureTransport is false. Several statements may do so together. One that is narrower in principal, action or resource, or has a further condition, does not count; nor does an Allow for TLS only, as other policies may still allow.',
  risk: 'S3 answers plain HTTP: whoever sits on the way reads the data and the signed URLs in it. One old client or a mistyped endpoint is enough, and nothing warns of it.',
  attack:
    'A script was given an endpoint that begins with http://, and works. Someone on the same network, or on any on the way, records what goes by: the objects in clear, and signed links that they can use themselves until they run out. They do not get the secret key, which is never sent; the data is enough.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy.',
      'Look for a Deny with the condition Bool aws:SecureTransport "false".',
    ],
    cli: readPolicy,
    good: 'A statement has `Effect` `Deny`, `Principal` `*`, `Action` `s3:*`, the bucket and its objects in `Resource`, and `aws:SecureTransport` `false` as its only condition. `NoSuchBucketPolicy` means that nothing refuses plain HTTP.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  controls: { 'cis-aws': ['s3-tls'], fsbp: ['S3.5'] },
  remediation: {
    summary:
      'Add a statement that denies everything over plain HTTP to the bucket policy; keep the statements that are there.',
    impact:
      'Clients that use http:// endpoints are refused. The website endpoints of S3 speak only HTTP: put CloudFront in front of a website first.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy → Edit.',
      'Add a Deny for Principal `*`, Action `s3:*`, the bucket and its objects, with the condition Bool aws:SecureTransport "false".',
    ],
    cli: ({ id, name }) =>
      `# put-bucket-policy replaces the whole policy: add the statements that are there.
${sh`aws s3api put-bucket-policy --bucket ${name} --policy ${JSON.stringify({ Version: '2012-10-17', Statement: [denyPlainHttp(id)] })}`}`,
    terraform: ({ id, name }) => `data "aws_iam_policy_document" "${hclName(name)}" {
  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [${Object.values(bucketResources(id)).map(hclString).join(', ')}]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "${hclName(name)}" {
  bucket = ${hclString(name)}
  policy = data.aws_iam_policy_document.${hclName(name)}.json
}`,
    cloudformation: (target) => bucketPolicyTemplate(target, denyPlainHttp(target.id)),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  },

  evaluate: ({ policy }, { resource }) => {
    const denies = listOf(policy?.Statement).filter(deniesPlainHttp);
    const { bucket, objects } = bucketResources(resource.id);
    const bucketIsShut = denies.some((statement) => coversResource(statement, bucket));
    const objectsAreShut = denies.some((statement) => coversResource(statement, objects));
    if (bucketIsShut && objectsAreShut) return pass;
    const open = bucketIsShut ? 'its objects' : objectsAreShut ? 'the bucket' : 'the bucket and its objects';
    return {
      status: 'fail',
      message:
        policy === null
          ? 'The bucket has no policy, so plain HTTP is not refused.'
          : `Nothing in the policy refuses plain HTTP to ${open}.`,
      evidence: [
        {
          pointer: policy === null ? '/policy' : '/policy/Statement',
          expected: `denies everyone plain HTTP to ${open}`,
        },
      ],
    };
  },
});

function denyPlainHttp(bucketArn: string) {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: Object.values(bucketResources(bucketArn)),
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

function deniesPlainHttp(statement: PolicyStatement): boolean {
  return (
    statement.Effect === 'Deny' &&
    namesEveryone(statement.Principal) &&
    coversAction(statement, 's3:*') &&
    asksForPlainHttp(statement.Condition ?? {})
  );
}

/** Whether conditions are about nothing else. As they are written: nearly every bucket has such a statement, and nobody else asks for it. */
function asksForPlainHttp(conditions: NonNullable<PolicyStatement['Condition']>): boolean {
  return Object.entries(conditions).every(([operator, keys]) => {
    const isBool = operator === 'Bool' || operator === 'BoolIfExists';
    return Object.keys(keys).every(
      (key) => isBool && key.toLowerCase() === 'aws:securetransport' && listOf(keys[key]).some(isFalse),
    );
  });
}

function isFalse(value: unknown): boolean {
  return String(value).toLowerCase() === 'false';
}
