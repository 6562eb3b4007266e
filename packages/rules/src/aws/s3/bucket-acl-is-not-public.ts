import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { account, optional } from '../../kernel/relation.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketTemplate } from '../../lib/bucket-fixes.ts';

const PUBLIC_GROUPS: Readonly<Record<string, string>> = {
  'http://acs.amazonaws.com/groups/global/AllUsers': 'anyone on the internet',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers': 'anyone with an AWS account',
};

export const bucketAclIsNotPublic = defineRule({
  id: 'aws-s3-bucket-acl-is-not-public',
  title: 'Bucket ACLs let in nobody from the public',
  description:
    "The bucket's ACL must grant nothing, be it READ_ACP, to the groups AllUsers and AuthenticatedUsers. It passes where ACLs are disabled (object ownership is BucketOwnerEnforced) and where IgnorePublicAcls is on for the bucket or its account. ACLs of single objects are not in a snapshot and are not judged.",
  risk: 'A public READ lists every object name, a public WRITE lets strangers put files and overwrite yours. AuthenticatedUsers sounds private and means every AWS account in the world.',
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: ['acl', 'ownershipControls', 'publicAccessBlock'],
  needs: { account: optional(account('s3PublicAccessBlock')) },
  controls: { fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary: 'Disable ACLs on the bucket, so that only policies give access.',
    impact:
      'Access that others have by an ACL ends; move what is needed into the bucket policy first. Uploads that set an ACL other than bucket-owner-full-control fail.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Object Ownership → Edit → ACLs disabled (recommended) → Save.',
    ],
    cli: ({ name }) => `${sh`aws s3api put-bucket-acl --bucket ${name} --acl private`}
${sh`aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls ${'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'}`}`,
    terraform: ({ name }) => `resource "aws_s3_bucket_ownership_controls" "${hclName(name)}" {
  bucket = ${hclString(name)}
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
    cloudformation: (target) =>
      bucketTemplate(target, { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },

  evaluate: ({ acl, ownershipControls, publicAccessBlock }, { account }) => {
    if (ownershipControls?.Rules?.some(({ ObjectOwnership }) => ObjectOwnership === 'BucketOwnerEnforced')) return pass;
    if (publicAccessBlock?.IgnorePublicAcls === true) return pass;
    const grants = (acl.Grants ?? []).flatMap(({ Grantee, Permission = '' }, index) => {
      const who = PUBLIC_GROUPS[Grantee?.URI ?? ''];
      return who === undefined ? [] : [{ who, permission: Permission, index }];
    });
    const evidence = nonEmpty(
      grants.map(({ index }) => ({ pointer: `/acl/Grants/${index}`, expected: 'is no grant to a public group' })),
    );
    if (!evidence) return pass;
    if (!isCollected(account)) return unknown(account.notCollected);
    if (account?.facets.s3PublicAccessBlock?.IgnorePublicAcls === true) return pass;
    return {
      status: 'fail',
      message: `The ACL grants ${grants.map(({ who, permission }) => `${permission} to ${who}`).join(', ')}.`,
      evidence,
    };
  },
});
