import { defineRule } from '../../kernel/define-rule.ts';
import { judgeBlock } from '../../lib/block-verdict.ts';
import { readBlocks } from '../../lib/bucket-audits.ts';
import {
  BLOCKED,
  blockPublicAccessCommand,
  blockPublicAccessTerraform,
  bucketTemplate,
} from '../../lib/bucket-fixes.ts';
import { blockOf } from '../../lib/public-access-block.ts';
import { accountBlock } from '../relations/s3.ts';

export const bucketBlocksPublicAccess = defineRule({
  id: 'aws-s3-bucket-blocks-public-access',
  title: 'Buckets block public access',
  description:
    "Each of the four Block Public Access settings must be on for the bucket, or for its account: S3 applies whichever is stricter. A block of the organization shows as the account's.",
  risk: 'Without the block, one ACL or one careless policy statement publishes the bucket to everyone on the internet. Scanners find such buckets within hours.',
  attack:
    'Someone sets an ACL to public-read to share one file and forgets it. A scanner that tries bucket names all day finds the bucket, lists it and copies every object. What was copied cannot be called back, and nothing tells the owner that it was.',
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Permissions → Block public access (bucket settings).',
      'S3 → Block Public Access settings for this account, in the navigation pane.',
    ],
    cli: readBlocks,
    good: 'Each of the four settings is `true` in at least one of the two answers. `NoSuchPublicAccessBlockConfiguration` is an answer in which none is.',
  },
  severity: 'high',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: [],
  mayRead: ['publicAccessBlock'],
  needs: { account: accountBlock },
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

  evaluate: ({ publicAccessBlock }, { account }) =>
    judgeBlock({
      levels: [publicAccessBlock, blockOf(account)],
      pointer: '/publicAccessBlock',
      where: 'the bucket and for its account',
    }),
});
