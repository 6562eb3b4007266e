import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { listed } from '../../lib/listed.ts';
import { readPermissions } from '../../lib/snapshot-audits.ts';

export const snapshotIsNotShared = defineRule({
  id: 'aws-ec2-snapshot-is-not-shared',
  title: 'Snapshots are not shared with other accounts',
  description:
    'No permission to create volumes from a snapshot may be for another account. It weighs less where the snapshot is encrypted, as the other account then needs the key as well. Blocks of public sharing have no say in it.',
  risk: 'The other account, and whoever gets into it, can copy the whole disk, and keeps the copy when the sharing ends. Only two events in CloudTrail tell when that happens: SharedSnapshotVolumeCreated and SharedSnapshotCopyInitiated.',
  attack:
    'A snapshot of production is shared with the account for tests, where everyone may do everything with EC2. An access key of that account turns up in a public repository. Whoever finds it makes a volume of the snapshot and copies the data, without a single right in the account of production.',
  audit: {
    console: [
      'Open EC2 → Snapshots and choose the snapshot.',
      'Snapshot settings → Modify permissions shows the shared accounts; leave without saving.',
    ],
    cli: (target) => readPermissions(target),
    good: 'Each `UserId` in the list is an account that needs the snapshot; best the list is empty.',
  },
  severity: 'medium',
  categories: ['public-exposure'],
  resource: 'AWS::EC2::Snapshot',
  reads: ['createVolumePermissions'],
  mayRead: ['snapshot'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'nist-csf-2': ['PR.AA-05'] },
  remediation: {
    summary: 'Take away the permission of each account that does not need the snapshot, and except those that do.',
    impact: 'These accounts can no longer use the snapshot; volumes and copies that they made of it stay theirs.',
    effort: 'minutes',
    console: [
      'Open EC2 → Snapshots and choose the snapshot.',
      'Snapshot settings → Modify permissions → Shared accounts: remove those that do not need it, and save.',
    ],
    cli: (target) =>
      sh`aws ec2 modify-snapshot-attribute --region ${target.region} --snapshot-id ${target.localId} --attribute createVolumePermission --operation-type remove --user-ids` +
      ` ${accountsOf(target)}`,
    terraform: () => `# Remove the permission of the account. If Terraform did not make it, the command takes it away.
# resource "aws_snapshot_create_volume_permission" "…" { … }`,
    cloudformation: () => '# CloudFormation has no resource for permissions of a snapshot: use the command.',
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
  },

  evaluate: ({ createVolumePermissions, snapshot }, { snapshot: { id: own } }) => {
    const others = createVolumePermissions.flatMap(({ UserId }, index) =>
      UserId === undefined || UserId === own ? [] : [{ UserId, index }],
    );
    const evidence = nonEmpty(
      others.map(({ index }) => ({
        pointer: pointer('createVolumePermissions', index, 'UserId'),
        expected: 'is an account that needs the snapshot',
      })),
    );
    if (!evidence) return pass;
    const encrypted = isCollected(snapshot) && snapshot.Encrypted === true;
    return {
      status: 'fail',
      message: `The snapshot is shared with ${others.length === 1 ? 'account' : 'the accounts'} ${listed(others.map(({ UserId }) => UserId))}.`,
      severity: encrypted
        ? { is: 'low', because: 'The snapshot is encrypted, so the other account needs its key as well.' }
        : undefined,
      evidence,
    };
  },
});

function accountsOf({ evidence }: RemediationTarget): string {
  const ids = evidence.flatMap(({ actual }) => (typeof actual === 'string' ? sh`${actual}` : []));
  return ids.length > 0 ? ids.join(' ') : '…';
}
