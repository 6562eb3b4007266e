import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { hclString, sh } from '../../kernel/remediation.ts';

export const volumeIsEncrypted = defineRule({
  id: 'aws-ec2-volume-is-encrypted',
  title: 'Volumes are encrypted',
  description:
    'Every EBS volume must be encrypted, whether it is attached to an instance or not. AWS cannot encrypt a volume afterwards: an encrypted copy takes its place.',
  risk: 'The data of an unencrypted volume goes as it is into each snapshot, and a snapshot can be copied into any account it is shared with. No key stands in between that could be withheld or that would leave a trace.',
  attack:
    'The credentials of a backup job leak, which may make snapshots and share them but use no keys. Whoever has them makes a snapshot of the volume and shares it with their own account. There they make a volume of it and read the files, where an encrypted one would have been of no use to them.',
  audit: {
    console: ['Open EC2 → Volumes and choose the volume.', 'Details: see Encryption and the KMS key.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-volumes --region ${region} --volume-ids ${localId} --query 'Volumes[].{Encrypted:Encrypted,KmsKeyId:KmsKeyId,InstanceIds:Attachments[].InstanceId}'`,
    good: '`Encrypted` is `true`, or the command finds no such volume, as a copy has taken its place.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::EC2::Volume',
  reads: ['volume'],
  controls: { fsbp: ['EC2.3'] },
  remediation: {
    summary: 'Make an encrypted copy by way of a snapshot, and attach it in the place of the volume.',
    impact:
      'The instance must stop, or at least stop writing to the volume, from the snapshot until the copy is attached.',
    effort: 'hours',
    console: [
      'Open EC2 → Volumes and choose the volume; stop the instance that has it.',
      'Actions → Create snapshot.',
      'On the snapshot: Actions → Create volume from snapshot, in the same Availability Zone, with "Encrypt this volume".',
      'Detach the volume, attach the copy as the same device, start the instance, and delete the old volume when all is well.',
    ],
    cli: ({ region, localId, evidence }) => {
      const zone = evidence.find(({ pointer }) => pointer === '/volume/AvailabilityZone')?.actual;
      return sh`snapshot=$(aws ec2 create-snapshot --region ${region} --volume-id ${localId} --query SnapshotId --output text)
aws ec2 wait snapshot-completed --region ${region} --snapshot-ids "$snapshot"
aws ec2 create-volume --region ${region} --availability-zone ${typeof zone === 'string' ? zone : `${region}a`} --snapshot-id "$snapshot" --encrypted`;
    },
    terraform: ({
      localId,
    }) => `# A change of "encrypted" replaces the volume: restore it from a snapshot of the old one.
resource "aws_ebs_snapshot" "before_encryption" {
  volume_id = ${hclString(localId)}
}

resource "aws_ebs_volume" "encrypted" {
  availability_zone = "…" # that of the old volume
  snapshot_id       = aws_ebs_snapshot.before_encryption.id
  encrypted         = true
}`,
    cloudformation: () => `# A change of "Encrypted" replaces the volume: restore it from a snapshot of the old one.
Encrypted:
  Type: AWS::EC2::Volume
  Properties:
    AvailabilityZone: … # that of the old volume
    SnapshotId: snap-… # of the old volume
    Encrypted: true`,
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  },

  evaluate: ({ volume }) => {
    const { Encrypted: encrypted, State: state, Attachments = [] } = volume;
    if (state === 'deleting' || state === 'deleted')
      return notApplicable(`The volume is ${state === 'deleted' ? state : 'being deleted'}.`);
    if (encrypted === true) return pass;
    if (encrypted === undefined)
      return unknown({
        fact: 'volume.Encrypted',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeVolumes',
        message: 'The recording does not say whether the volume is encrypted.',
      });
    const users = Attachments.flatMap(({ InstanceId }) => InstanceId ?? []);
    return {
      status: 'fail',
      message: `The volume is not encrypted${users.length > 0 ? ` and is attached to ${users.join(' and ')}` : ''}.`,
      evidence: [
        { pointer: '/volume/Encrypted', expected: 'is true' },
        { pointer: '/volume/AvailabilityZone', expected: 'tells where the copy must be', ok: true },
      ],
    };
  },
});
