import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { days } from '../../kernel/parameter.ts';
import { hclString, sh } from '../../kernel/remediation.ts';
import { daysSince } from '../../lib/elapsed.ts';
import { listed } from '../../lib/listed.ts';
import { instancesOfKeyPair } from '../relations/in-use.ts';

export const keyPairIsNotOld = defineRule({
  id: 'aws-ec2-key-pair-is-not-old',
  title: 'Key pairs of instances are replaced in time',
  description:
    'A key pair that instances were launched with must not be older than the days that are set, since it was created or imported (`CreateTime`). Whether the instances still accept it is in files of theirs, which AWS does not tell.',
  risk: 'One private key opens every server that was launched with its pair, and names nobody in the logs. The longer it is around, the more laptops and backups hold a copy, those of people who left included.',
  attack:
    'A laptop is sold, and an old backup of it still has the private key of the servers. Whoever comes by the backup can log in to each server of the pair whose SSH port they reach. The logs show the key that everyone uses, so nobody can say which of those logins was a stranger.',
  audit: {
    console: [
      'Open EC2 → Key pairs and see when the key pair was created.',
      'Open EC2 → Instances and filter by the key pair name.',
    ],
    cli: ({
      region,
      localId,
      name,
    }) => sh`aws ec2 describe-key-pairs --region ${region} --key-pair-ids ${localId} --query 'KeyPairs[].{KeyName:KeyName,CreateTime:CreateTime}'
aws ec2 describe-instances --region ${region} --filters ${`Name=key-name,Values=${name}`} --query 'Reservations[].Instances[].InstanceId'`,
    good: '`CreateTime` is at most 365 days ago (or as many as are set), or the second list is empty.',
  },
  severity: 'low',
  categories: ['identity'],
  resource: 'AWS::EC2::KeyPair',
  reads: ['keyPair'],
  needs: { instances: instancesOfKeyPair },
  parameters: { maxAgeDays: days('Days for which a key pair may be used.', 365) },
  controls: { 'nist-800-53-r5': ['IA-5', 'AC-17'], 'nist-csf-2': ['PR.AA-01'] },
  remediation: {
    summary:
      'Administer through Session Manager, which needs no keys; else make a new key pair, put its public key onto the instances, take the old one off them and delete it.',
    impact: 'Whoever has the old private key alone cannot log in any more. Instances must be changed one by one.',
    effort: 'hours',
    console: [
      'Open EC2 → Key pairs → Create key pair, and hand its private key to those who need it.',
      'On each instance put the new public key into ~/.ssh/authorized_keys, and take the old one out.',
      'Name the new key pair in launch templates, choose the old one, and Actions → Delete.',
    ],
    cli: ({
      region,
      localId,
      name,
    }) => sh`aws ec2 create-key-pair --region ${region} --key-name ${`${name}-new`} --key-type ed25519 --query KeyMaterial --output text > new-key.pem
# On each instance replace the public key in ~/.ssh/authorized_keys, and then:
aws ec2 delete-key-pair --region ${region} --key-pair-id ${localId}`,
    terraform: ({ name }) => `# It does not change instances that run: replace the key in their authorized_keys.
resource "aws_key_pair" "new" {
  key_name   = ${hclString(`${name}-new`)}
  public_key = file("new-key.pub")
}`,
    cloudformation: ({ name }) => `# It does not change instances that run: replace the key in their authorized_keys.
NewKeyPair:
  Type: AWS::EC2::KeyPair
  Properties:
    KeyName: ${JSON.stringify(`${name}-new`)}
    KeyType: ed25519`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/delete-key-pair.html',
  },

  evaluate: ({ keyPair }, { instances, now, parameters: { maxAgeDays } }) => {
    const age = daysSince(keyPair.CreateTime, now);
    if (age !== null && age <= maxAgeDays) return pass;
    if (!isCollected(instances)) return unknown(instances.notCollected);
    if (instances.length === 0) return notApplicable('No instance was launched with it.');
    if (age === null)
      return unknown({
        fact: 'keyPair.CreateTime',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeKeyPairs',
        message: 'AWS does not tell when the key pair was made.',
      });
    const names = listed(instances.map(({ name }) => name));
    return {
      status: 'fail',
      message: `The key pair is ${Math.floor(age)} days old, and ${names} ${instances.length === 1 ? 'was' : 'were'} launched with it.`,
      evidence: [
        { pointer: '/keyPair/CreateTime', expected: `is at most ${maxAgeDays} days ago` },
        ...instances.slice(0, 3).map((of) => ({ pointer: '/instance/KeyName', expected: 'is a newer key pair', of })),
      ],
    };
  },
});
