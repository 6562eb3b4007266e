import { defineRule } from '../../kernel/define-rule.ts';
import { sh } from '../../kernel/remediation.ts';
import { judgeBlock } from '../../lib/block-verdict.ts';
import { ALL_ON } from '../../lib/bucket-fixes.ts';

export const accountBlocksPublicAccess = defineRule({
  id: 'aws-s3-account-blocks-public-access',
  title: 'The account blocks public access to S3',
  description:
    "All four Block Public Access settings must be on for the account as a whole, for all its buckets and access points in all regions. An organization's block shows as the account's.",
  risk: "Every new bucket and access point depends on the care of whoever makes it, and a bucket policy can allow people to turn the bucket's own block off. Only the block of the account cannot be undone from within a bucket.",
  attack:
    "Someone who may make buckets turns the block of a new one off for a demo, and writes a public policy. Real data is copied into it for the next demo. A scanner that tries bucket names finds it and copies all of it; only the account's block would have held, whatever was set on the bucket.",
  audit: {
    console: ['S3 → Block Public Access settings for this account, in the navigation pane.'],
    cli: ({ account }) => sh`aws s3control get-public-access-block --account-id ${account}`,
    good: 'Each of the four settings is `true`. `NoSuchPublicAccessBlockConfiguration` means that none is.',
  },
  severity: 'medium',
  categories: ['public-exposure'],
  resource: 'AWS::Account',
  reads: ['s3PublicAccessBlock'],
  controls: { 'cis-aws': ['s3-bpa'], fsbp: ['S3.1'] },
  remediation: {
    summary: 'Turn on all four settings for the account, once nothing in it is meant to be public any more.',
    impact:
      'Public websites, public ACLs and public policies of every bucket end at once, and with public policies access of other accounts that they name. Put CloudFront in front of what is meant to be public first.',
    effort: 'hours',
    console: [
      'Open S3 → Block Public Access settings for this account → Edit.',
      'Choose "Block all public access" and save.',
    ],
    cli: ({ account }) =>
      sh`aws s3control put-public-access-block --account-id ${account} --public-access-block-configuration ${ALL_ON}`,
    terraform: () => `resource "aws_s3_account_public_access_block" "account" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    cloudformation: () =>
      `# CloudFormation has no resource for the account's block: use the command, Terraform, or an S3 policy of AWS Organizations.`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
  },

  evaluate: ({ s3PublicAccessBlock }) =>
    judgeBlock({ levels: [s3PublicAccessBlock], pointer: '/s3PublicAccessBlock', where: 'the account' }),
});
