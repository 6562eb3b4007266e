import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { readMultiRegionBlocks } from '../../lib/access-point-audits.ts';
import { judgeBlock } from '../../lib/block-verdict.ts';
import { BLOCKED } from '../../lib/bucket-fixes.ts';
import { blockOf, isOnBehind } from '../../lib/public-access-block.ts';
import { accountBlock, blocksBehind, foreignBuckets } from '../relations/s3.ts';

export const multiRegionAccessPointBlocksPublicAccess = defineRule({
  id: 'aws-s3-multi-region-access-point-blocks-public-access',
  title: 'Multi-Region Access Points block public access',
  description:
    'Each of the four Block Public Access settings must be on for the Multi-Region Access Point, for its account, or for every bucket behind it: S3 applies the strictest. Its own settings are fixed when it is made.',
  risk: 'Without the block one careless statement in its policy opens buckets in several regions to anyone with an AWS account.',
  attack:
    'A policy for everyone is written for a test, and S3 takes it, as no block stands against it. The alias travels in the configuration of clients, and someone outside finds it there. With an AWS account of their own they sign requests to it, and read from buckets of several regions at once.',
  audit: {
    console: [
      'Open S3 → Multi-Region Access Points and choose it.',
      'Permissions → Block Public Access settings, and the same of each bucket behind it.',
      'S3 → Block Public Access settings for this account, in the navigation pane.',
    ],
    cli: readMultiRegionBlocks,
    good: 'Each of the four settings is `true` for the Multi-Region Access Point, for the account, or for every bucket behind it.',
  },
  severity: 'high',
  categories: ['public-exposure'],
  resource: 'AWS::S3::MultiRegionAccessPoint',
  reads: ['accessPoint'],
  needs: { account: accountBlock, blocks: blocksBehind },
  controls: { fsbp: ['S3.24'] },
  remediation: {
    summary:
      'Turn on the block of the account at once; make the Multi-Region Access Point anew with all settings on, and delete the old one.',
    impact:
      'Applications use a new alias. Its routing, its policy and replication between its buckets are set up again.',
    effort: 'hours',
    console: [
      'Open S3 → Multi-Region Access Points → Create, with the same buckets; leave "Block all public access" on.',
      'Copy the policy, move the applications to the new alias, and delete the old one.',
    ],
    cli: ({ account: owner, name }) =>
      `# The buckets are those of the old one: put their names for BUCKET.
${sh`aws s3control create-multi-region-access-point --region us-west-2 --account-id ${owner} --details ${JSON.stringify(
  {
    Name: `${name}-2`,
    PublicAccessBlock: BLOCKED.PublicAccessBlockConfiguration,
    Regions: [{ Bucket: 'BUCKET' }],
  },
)}`}`,
    terraform: ({ name }) => `resource "aws_s3control_multi_region_access_point" "${hclName(name)}" {
  details {
    name = ${hclString(`${name}-2`)}
    region {
      bucket = "BUCKET"
    }
    public_access_block {
      block_public_acls       = true
      ignore_public_acls      = true
      block_public_policy     = true
      restrict_public_buckets = true
    }
  }
}`,
    cloudformation: ({ name }) => `MultiRegionAccessPoint:
  Type: AWS::S3::MultiRegionAccessPoint
  Properties:
    Name: ${JSON.stringify(`${name}-2`)}
    Regions:
      - Bucket: BUCKET
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      IgnorePublicAcls: true
      BlockPublicPolicy: true
      RestrictPublicBuckets: true`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html',
  },

  evaluate: ({ accessPoint }, { account, blocks, snapshot }) => {
    const foreign = foreignBuckets(accessPoint, snapshot.id);
    return judgeBlock({
      levels: [accessPoint.PublicAccessBlock, blockOf(account)],
      pointer: '/accessPoint/PublicAccessBlock',
      elsewhere: (setting) => isOnBehind(setting, blocks, foreign),
      where:
        foreign.length === 0
          ? 'the access point, for its account and for its buckets'
          : 'the access point and for its account, and not all its buckets are of this account',
    });
  },
});
