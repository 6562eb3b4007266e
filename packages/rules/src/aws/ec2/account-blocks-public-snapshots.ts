import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { forEachRegion, judgeRegions } from '../../lib/region-settings.ts';

export const accountBlocksPublicSnapshots = defineRule({
  id: 'aws-ec2-account-blocks-public-snapshots',
  title: 'Public sharing of snapshots is blocked in every region',
  description:
    'Block public access for EBS snapshots must be `block-all-sharing` or `block-new-sharing` in each region that was read. It is a setting of the account for one region, and `unblocked` until someone turns it on.',
  risk: 'Without the block one wrong command or click shares the disk of a server with every AWS account. Public snapshots are listed by AWS, and people search that list for such finds.',
  attack:
    'A colleague who wants to hand a disk to a partner makes its snapshot public for an hour, and nothing refuses it. Programs that read the list of public snapshots make a volume of it in that hour. It holds the database of an application, and making the snapshot private does not take the volume back.',
  audit: {
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security: see Block public access for EBS snapshots.',
      'Look at the other regions in the same way.',
    ],
    cli: (target) =>
      forEachRegion(target, (region) => sh`aws ec2 get-snapshot-block-public-access-state --region ${region}`),
    good: '`State` is `block-all-sharing` or `block-new-sharing` in each answer.',
  },
  severity: 'medium',
  categories: ['public-exposure'],
  resource: 'AWS::Account',
  reads: ['snapshotBlockPublicAccess'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-7'], 'nist-csf-2': ['PR.AA-05', 'PR.DS-01'] },
  remediation: {
    summary: 'Block all public sharing of snapshots in each region, also in those that are not in use.',
    impact:
      'Snapshots that are public now stop being so for everyone else, and no request to make one public succeeds. Sharing with named accounts goes on.',
    effort: 'minutes',
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security.',
      'Block public access for EBS snapshots → Manage → Block all public access, and update.',
      'Do the same in the other regions.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) => sh`aws ec2 enable-snapshot-block-public-access --region ${region} --state block-all-sharing`,
      ),
    terraform: (target) =>
      forEachRegion(
        target,
        (region) => `resource "aws_ebs_snapshot_block_public_access" "${hclName(region)}" {
  region = ${hclString(region)}
  state  = "block-all-sharing"
}`,
        '\n\n',
      ),
    cloudformation: () => `# One stack in each region.
SnapshotBlockPublicAccess:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-all-sharing`,
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  },

  evaluate: ({ snapshotBlockPublicAccess }, { snapshot }) =>
    judgeRegions({
      facet: 'snapshotBlockPublicAccess',
      action: 'ec2:GetSnapshotBlockPublicAccessState',
      byRegion: snapshotBlockPublicAccess,
      regions: snapshot.regions,
      isGood: (state) => state === 'block-all-sharing' || state === 'block-new-sharing',
      expected: 'is block-all-sharing',
      message: (regions) => `Snapshots can be made public in ${regions}.`,
    }),
});
