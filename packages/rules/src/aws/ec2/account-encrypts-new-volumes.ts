import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { hclName, hclString, sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { listed } from '../../lib/listed.ts';

export const accountEncryptsNewVolumes = defineRule({
  id: 'aws-ec2-account-encrypts-new-volumes',
  title: 'New volumes are encrypted by default in every region',
  description:
    'The setting "EBS encryption by default" must be on in each region that was read. It is a setting of the account for one region, and off until someone turns it on.',
  risk: 'Without it each launch, each template and each restored snapshot has to ask for encryption by itself. The one that forgets leaves data in the clear, and nobody notices.',
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
    cli: (target) =>
      regionsOf(target)
        .map((region) => sh`aws ec2 enable-ebs-encryption-by-default --region ${region}`)
        .join('\n'),
    terraform: (target) =>
      regionsOf(target)
        .map(
          (region) => `resource "aws_ebs_encryption_by_default" "${hclName(region)}" {
  region  = ${hclString(region)}
  enabled = true
}`,
        )
        .join('\n\n'),
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
  },

  evaluate: ({ ebsEncryptionByDefault: byRegion }, { snapshot }) => {
    const off = Object.keys(byRegion)
      .filter((region) => byRegion[region] !== true)
      .toSorted();
    const evidence = nonEmpty(off.map((region) => ({ pointer: pointer(FACET, region), expected: 'is true' })));
    if (evidence)
      return { status: 'fail', message: `New volumes are not encrypted by default in ${listed(off)}.`, evidence };
    const unread = snapshot.regions.filter((region) => !Object.hasOwn(byRegion, region));
    if (unread.length === 0) return pass;
    return unknown({
      fact: FACET,
      reason: 'NOT_RECORDED',
      action: 'ec2:GetEbsEncryptionByDefault',
      message: `The recording does not have the setting of ${listed(unread)}.`,
    });
  },
});

const FACET = 'ebsEncryptionByDefault';

function regionsOf({ evidence, region }: RemediationTarget): readonly string[] {
  const found = evidence.flatMap(({ pointer: at }) => at.split('/')[2] ?? []);
  return found.length > 0 ? found : [region];
}
