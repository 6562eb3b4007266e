import { isCollected, type PublicAccessBlock } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { account, optional } from '../../kernel/relation.ts';
import {
  BLOCKED,
  blockPublicAccessCommand,
  blockPublicAccessTerraform,
  bucketTemplate,
} from '../../lib/bucket-fixes.ts';

const SETTINGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/** S3 applies the stricter of the account's and the bucket's block, setting by setting. */
export const bucketBlocksPublicAccess = defineRule({
  id: 'aws-s3-bucket-blocks-public-access',
  title: 'Buckets block public access',
  description:
    'Each of the four Block Public Access settings must be on for the bucket, or for its account: S3 applies whichever is stricter.',
  risk: 'Without the block, one ACL or one careless policy statement publishes the bucket to everyone on the internet. Scanners find such buckets within hours.',
  severity: 'high',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: ['publicAccessBlock'],
  needs: { account: optional(account('s3PublicAccessBlock')) },
  controls: { 'cis-aws': ['s3-bpa'], fsbp: ['S3.8'] },
  remediation: {
    summary: 'Turn on all four settings, for the account first and then for the bucket.',
    impact:
      'Access that people outside the account have by an ACL or a public policy ends at once. A public website needs CloudFront in front of the bucket first.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket.',
      'Permissions → Block public access (bucket settings) → Edit.',
      'Choose "Block all public access" and save.',
    ],
    cli: blockPublicAccessCommand,
    terraform: blockPublicAccessTerraform,
    cloudformation: (target) => bucketTemplate(target, BLOCKED),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },

  evaluate: ({ publicAccessBlock }, { account }) => {
    const off = openSettings(publicAccessBlock);
    if (off.length === 0) return pass;
    if (!isCollected(account)) return unknown(account.notCollected);
    const open = openSettings(account?.facets.s3PublicAccessBlock ?? null).filter((setting) => off.includes(setting));
    const evidence = nonEmpty(
      open.map((setting) => ({ pointer: `/publicAccessBlock/${setting}`, expected: 'is true' })),
    );
    if (!evidence) return pass;
    return {
      status: 'fail',
      message: `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} off for the bucket and for its account.`,
      evidence,
    };
  },
});

function openSettings(block: PublicAccessBlock | null) {
  return SETTINGS.filter((setting) => block?.[setting] !== true);
}
