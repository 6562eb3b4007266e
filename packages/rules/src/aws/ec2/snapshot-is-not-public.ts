import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { account, optional } from '../../kernel/relation.ts';
import { hclString, sh } from '../../kernel/remediation.ts';
import { readPermissions } from '../../lib/snapshot-audits.ts';

export const snapshotIsNotPublic = defineRule({
  id: 'aws-ec2-snapshot-is-not-public',
  title: 'Snapshots are not public',
  description:
    'No permission to create volumes from a snapshot may be for the group `all`, which is every AWS account. Where the region blocks all public sharing the permission is not in effect and weighs less: it comes back with the first change of the block. Encrypted snapshots cannot be public.',
  risk: 'Everyone with an AWS account can make a volume of a public snapshot and read the disk: files, databases, keys and what was deleted. Public snapshots are listed by AWS, and people search the list for such finds.',
  attack:
    'Programs read the list of public snapshots all day, and make a volume of each new one. On this one they find a disk with the files of an application: its database, its keys, and what was deleted but not yet written over. Those behind them sign in with the keys, or sell the data, and the volume stays theirs when the snapshot is made private.',
  audit: {
    console: [
      'Open EC2 → Snapshots and choose the snapshot.',
      'Snapshot settings → Modify permissions shows whether it is Public; leave without saving.',
    ],
    cli: (target) => readPermissions(target),
    good: 'No entry has a `Group`.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::EC2::Snapshot',
  reads: ['createVolumePermissions'],
  needs: { account: optional(account('snapshotBlockPublicAccess')) },
  controls: { fsbp: ['EC2.1'] },
  remediation: {
    summary:
      'Make the snapshot private, block public sharing in the region, and treat what was on the disk as known to others.',
    impact:
      'Accounts that are not named among the permissions can no longer use the snapshot; volumes they made of it stay theirs.',
    effort: 'minutes',
    console: [
      'Open EC2 → Snapshots and choose the snapshot.',
      'Snapshot settings → Modify permissions → Private, and save.',
      'EC2 → Settings → Data protection and security → Block public access for EBS snapshots → Block all public access.',
    ],
    cli: ({
      region,
      localId,
    }) => sh`aws ec2 modify-snapshot-attribute --region ${region} --snapshot-id ${localId} --attribute createVolumePermission --operation-type remove --group-names all
aws ec2 enable-snapshot-block-public-access --region ${region} --state block-all-sharing`,
    terraform: ({ region }) => `# Hides public snapshots and stops new ones; the command takes the permission away.
resource "aws_ebs_snapshot_block_public_access" "all" {
  region = ${hclString(region)}
  state  = "block-all-sharing"
}`,
    cloudformation: () => `# Hides public snapshots and stops new ones; the command takes the permission away.
SnapshotBlockPublicAccess:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-all-sharing`,
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
  },

  evaluate: ({ createVolumePermissions }, { account, resource }) => {
    const evidence = nonEmpty(
      createVolumePermissions.flatMap(({ Group }, index) =>
        Group === 'all'
          ? [{ pointer: pointer('createVolumePermissions', index, 'Group'), expected: 'names no group' }]
          : [],
      ),
    );
    if (!evidence) return pass;
    const block =
      isCollected(account) && account?.facets.snapshotBlockPublicAccess[resource.region] === 'block-all-sharing'
        ? {
            pointer: pointer('snapshotBlockPublicAccess', resource.region),
            expected: 'blocks it',
            of: account,
            ok: true,
          }
        : null;
    if (!block) return { status: 'fail', message: 'Every AWS account can create volumes from the snapshot.', evidence };
    return {
      status: 'fail',
      message:
        'The snapshot has a permission for every AWS account, which only the block of the region keeps from use.',
      severity: { is: 'low', because: `All public sharing is blocked in ${resource.region}.` },
      evidence: [...evidence, block],
    };
  },
});
