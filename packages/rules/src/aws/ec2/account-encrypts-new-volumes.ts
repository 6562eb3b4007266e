import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { forEachRegion, judgeRegions } from '../../lib/region-settings.ts';

export const accountEncryptsNewVolumes = defineRule({
  id: 'aws-ec2-account-encrypts-new-volumes',
  title: 'New volumes are encrypted by default in every region',
  description:
    'The setting "EBS encryption by default" must be on in each region that was read. It is a setting of the account for one region, and off until someone turns it on.',
  risk: 'Without it each launch, each template and each restored snapshot has to ask for encryption by itself. The one that forgets leaves data in the clear, and nobody notices.',
  attack:
    'A team restores an old database onto a new volume, and nobody ticks the box for encryption. A year later a snapshot of it is shared with the account of a supplier. Whoever gets into that account reads the whole database, as no key of the owner is asked for.',
  audit: {
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security: see EBS encryption.',
      'Look at the other regions in the same way.',
    ],
    cli: (target) => forEachRegion(target, (region) => sh`aws ec2 get-ebs-encryption-by-default --region ${region}`),
    good: '`EbsEncryptionByDefault` is `true` in each answer.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::Account',
  reads: ['ebsEncryptionByDefault'],
  controls: { 'cis-aws': ['ebs-encrypt'], fsbp: ['EC2.7'] },
  remediation: {
    summary: 'Turn on EBS encryption by default in each region, also in those that are not in use.',
    impact:
      'Volumes that exist stay as they are. New volumes and copies of snapshots use the default key; launches that may not use that key fail.',
    effort: 'minutes',
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security.',
      'EBS encryption → Manage → Enable, choose the key, and update.',
      'Do the same in the other regions.',
    ],
    cli: (target) => forEachRegion(target, (region) => sh`aws ec2 enable-ebs-encryption-by-default --region ${region}`),
    terraform: (target) =>
      forEachRegion(
        target,
        (region) => `resource "aws_ebs_encryption_by_default" "${hclName(region)}" {
  region  = ${hclString(region)}
  enabled = true
}`,
        '\n\n',
      ),
    cloudformation: () => '# CloudFormation has no resource for this setting: use the command.',
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
  },

  evaluate: ({ ebsEncryptionByDefault }, { snapshot }) =>
    judgeRegions({
      facet: 'ebsEncryptionByDefault',
      action: 'ec2:GetEbsEncryptionByDefault',
      byRegion: ebsEncryptionByDefault,
      regions: snapshot.regions,
      isGood: (isOn) => isOn,
      expected: 'is true',
      message: (regions) => `New volumes are not encrypted by default in ${regions}.`,
    }),
});
