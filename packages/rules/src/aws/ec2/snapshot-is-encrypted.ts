import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { hclString, sh } from '../../kernel/remediation.ts';

export const snapshotIsEncrypted = defineRule({
  id: 'aws-ec2-snapshot-is-encrypted',
  title: 'Snapshots are encrypted',
  description:
    'Every EBS snapshot that the account owns must be encrypted. AWS cannot encrypt a snapshot afterwards: an encrypted copy takes its place. Snapshots that failed have no data and are left out.',
  risk: 'An unencrypted snapshot can be made public or shared with any account by one permission alone, and its volumes are unencrypted too. No key stands in between that could be withheld.',
  attack:
    'Someone with stolen credentials gives their own account the right to use the snapshot, in one call. There they make a volume of it, and read the disk at their leisure. Of an encrypted snapshot they would have needed the key as well, and one that is encrypted with the key of AWS (aws/ebs) cannot be shared at all.',
  audit: {
    console: ['Open EC2 → Snapshots and choose the snapshot.', 'Details: see Encryption and the KMS key.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-snapshots --region ${region} --snapshot-ids ${localId} --query 'Snapshots[].{Encrypted:Encrypted,KmsKeyId:KmsKeyId}'`,
    good: '`Encrypted` is `true`, or the command finds no such snapshot, as a copy has taken its place.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::EC2::Snapshot',
  reads: ['snapshot'],
  controls: { 'nist-800-53-r5': ['SC-13', 'SC-28', 'SC-28(1)'], 'nist-csf-2': ['PR.DS-01'] },
  remediation: {
    summary: 'Make an encrypted copy, point to it what used the snapshot, and delete the snapshot.',
    impact: 'Images and templates that name the snapshot must name the copy. The copy costs what a full snapshot does.',
    effort: 'hours',
    console: [
      'Open EC2 → Snapshots and choose the snapshot.',
      'Actions → Copy snapshot, with "Encrypt this snapshot" and the key.',
      'When the copy is complete and nothing uses the old one: Actions → Delete snapshot.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 copy-snapshot --region ${region} --source-region ${region} --source-snapshot-id ${localId} --encrypted`,
    terraform: ({ localId, region }) => `resource "aws_ebs_snapshot_copy" "encrypted" {
  source_snapshot_id = ${hclString(localId)}
  source_region      = ${hclString(region)}
  encrypted          = true
}`,
    cloudformation: () => '# CloudFormation has no resource for snapshots: use the command.',
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  },

  evaluate: ({ snapshot: { Encrypted: encrypted, State: state } }) => {
    if (state === 'error') return notApplicable('The snapshot failed.');
    if (encrypted === true) return pass;
    if (encrypted === undefined)
      return unknown({
        fact: 'snapshot.Encrypted',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeSnapshots',
        message: 'The recording does not say whether the snapshot is encrypted.',
      });
    return {
      status: 'fail',
      message: 'The snapshot is not encrypted.',
      evidence: [{ pointer: '/snapshot/Encrypted', expected: 'is true' }],
    };
  },
});
