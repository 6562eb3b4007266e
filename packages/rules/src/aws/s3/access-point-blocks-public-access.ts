import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { readAccessPointBlocks } from '../../lib/access-point-audits.ts';
import { ALL_ON, BLOCKED, yaml } from '../../lib/bucket-fixes.ts';
import { judgeBlock } from '../../lib/block-verdict.ts';
import { blockOf, isOnBehind } from '../../lib/public-access-block.ts';
import { accountBlock, blocksBehind, foreignBuckets } from '../relations/s3.ts';

export const accessPointBlocksPublicAccess = defineRule({
  id: 'aws-s3-access-point-blocks-public-access',
  title: 'Access points block public access',
  description:
    'Each of the four Block Public Access settings must be on for the access point, its bucket or its account: S3 applies the strictest. The settings of an access point are fixed when it is made. One whose network origin is a VPC weighs little, as S3 never counts it as public.',
  risk: 'Without the block one careless statement in its policy publishes what the bucket hands on to the access point, past the eyes of those who look at the bucket.',
  attack:
    'To let a partner test, someone gives the access point a policy for everyone, and S3 takes it, as nothing blocks it. The bucket leaves access to its access points, so its own page still looks private. The alias stands in the code of an application; whoever reads it there lists and copies what the policy opens.',
  audit: {
    console: [
      'Open S3 → Access Points and choose the access point.',
      'Permissions → Block Public Access settings for this access point, and the same of the bucket.',
      'S3 → Block Public Access settings for this account, in the navigation pane.',
    ],
    cli: readAccessPointBlocks,
    good: 'Each of the four settings is `true` in at least one of the three answers. Where `NetworkOrigin` is `VPC` little can happen.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::AccessPoint',
  reads: ['accessPoint'],
  needs: { account: accountBlock, blocks: blocksBehind },
  controls: { fsbp: ['S3.19'] },
  remediation: {
    summary:
      'Turn on the block of the account or the bucket at once; make the access point anew with all settings on, and delete the old one.',
    impact:
      'Applications use a new name, ARN and alias. Policies that name the old access point must name the new one.',
    effort: 'hours',
    console: [
      'Open S3 → Access Points → Create access point for the same bucket; leave "Block all public access" on.',
      'Copy the policy, move the applications to the new alias, and delete the old access point.',
    ],
    cli: ({ account: owner, localId, region }) =>
      `# The bucket is that of the old access point: put its name for BUCKET.
${sh`aws s3control create-access-point --account-id ${owner} --region ${region} --name ${`${localId}-2`} --bucket BUCKET --public-access-block-configuration ${ALL_ON}`}`,
    terraform: ({ name }) => `resource "aws_s3_access_point" "${hclName(name)}" {
  name   = ${hclString(`${name}-2`)}
  bucket = "BUCKET"
  public_access_block_configuration {
    block_public_acls       = true
    ignore_public_acls      = true
    block_public_policy     = true
    restrict_public_buckets = true
  }
}`,
    cloudformation: ({ name }) => `AccessPoint:
  Type: AWS::S3::AccessPoint
  Properties:
    Name: ${JSON.stringify(`${name}-2`)}
    Bucket: BUCKET
${yaml(BLOCKED, '    ')}`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html',
  },

  evaluate: ({ accessPoint }, { account, blocks, snapshot }) => {
    const foreign = foreignBuckets(accessPoint, snapshot.id);
    return judgeBlock({
      levels: [accessPoint.PublicAccessBlockConfiguration, blockOf(account)],
      pointer: '/accessPoint/PublicAccessBlockConfiguration',
      elsewhere: (setting) => isOnBehind(setting, blocks, foreign),
      where:
        foreign.length === 0
          ? 'the access point, for its account and for its bucket'
          : 'the access point and for its account, and its bucket is of another account',
      severity:
        accessPoint.NetworkOrigin === 'VPC'
          ? { is: 'low', because: 'Its network origin is a VPC: S3 never counts it as public.' }
          : undefined,
    });
  },
});
