import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { account, optional } from '../../kernel/relation.ts';
import { listed } from '../../lib/listed.ts';
import {
  defaultVersionInConsole,
  NEW_VERSION_IMPACT,
  newDefaultVersion,
  newVersionInConsole,
  readDefaultVersion,
} from '../../lib/template-version.ts';

export const launchTemplateAsksForNoUnencryptedVolume = defineRule({
  id: 'aws-ec2-launch-template-asks-for-no-unencrypted-volume',
  title: 'Launch templates ask for no unencrypted volume',
  description:
    'No volume of the default version may have `Encrypted` as false. A template that says nothing leaves it to the snapshot and to the default of the account. It weighs less where the region encrypts new volumes by default, as AWS then encrypts them all the same.',
  risk: 'Each instance that is launched by the template writes its data in the clear, and each snapshot of it is in the clear too. Nobody looks at a template that works.',
  attack:
    'Auto Scaling launches dozens of instances by the template, and each keeps records of customers on a plain volume. A nightly job makes snapshots of them, and someone shares one with a supplier to look for an error. Whoever gets into the account of the supplier reads the records, as there is no key to ask for.',
  audit: {
    console: defaultVersionInConsole('Storage: see Encrypted of each volume.'),
    cli: (target) =>
      readDefaultVersion(target, 'BlockDeviceMappings[].{DeviceName:DeviceName,Encrypted:Ebs.Encrypted}'),
    good: 'No `Encrypted` is `false`. Where it is `null`, the snapshot and the default of the account decide.',
  },
  severity: 'medium',
  categories: ['encryption'],
  resource: 'AWS::EC2::LaunchTemplate',
  reads: ['defaultVersion'],
  needs: { account: optional(account('ebsEncryptionByDefault')) },
  controls: { fsbp: ['EC2.181'], 'nist-800-53-r5': ['SC-28'], 'nist-csf-2': ['PR.DS-01'] },
  remediation: {
    summary: 'Make a version that encrypts each volume, and the default of it.',
    impact: `${NEW_VERSION_IMPACT} Whoever launches must be allowed to use the key.`,
    effort: 'minutes',
    console: newVersionInConsole('Storage → Advanced: Encrypted: Yes for each volume.'),
    cli: (
      target,
    ) => `# The list takes the place of the one in the template: name each of its volumes, with sizes and types.
${newDefaultVersion(target, '{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}')}`,
    terraform: () => `# In the aws_launch_template:
block_device_mappings {
  device_name = "/dev/xvda"
  ebs {
    encrypted = true
  }
}`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate:
LaunchTemplateData:
  BlockDeviceMappings:
    - DeviceName: /dev/xvda
      Ebs:
        Encrypted: true`,
    docs: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  },

  evaluate: ({ defaultVersion: { LaunchTemplateData: data } }, { account, resource }) => {
    const plain = (data?.BlockDeviceMappings ?? []).flatMap(({ DeviceName = 'a volume', Ebs }, index) =>
      Ebs?.Encrypted === false ? [{ DeviceName, index }] : [],
    );
    const evidence = nonEmpty(
      plain.map(({ index }) => ({ pointer: pointer(...AT, index, 'Ebs', 'Encrypted'), expected: 'is true' })),
    );
    if (!evidence) return pass;
    const encrypts = isCollected(account) && account?.facets.ebsEncryptionByDefault[resource.region] === true;
    return {
      status: 'fail',
      message: `The template asks for ${listed(plain.map(({ DeviceName }) => DeviceName))} without encryption.`,
      severity: encrypts
        ? { is: 'low', because: `New volumes are encrypted by default in ${resource.region}, these too.` }
        : undefined,
      evidence,
    };
  },
});

const AT = ['defaultVersion', 'LaunchTemplateData', 'BlockDeviceMappings'] as const;
