import { defineRule } from '../../kernel/define-rule.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { readTemplatesWhere } from '../../lib/template-version.ts';
import { judgeUse } from '../../lib/use.ts';
import { instancesOfKeyPair, templatesOfKeyPair } from '../relations/in-use.ts';

export const keyPairIsInUse = defineRule({
  id: 'aws-ec2-key-pair-is-in-use',
  title: 'Key pairs are in use',
  description:
    'An instance must have been launched with the key pair, or the default version of a launch template must name it. Launch configurations, older versions of templates and other services that launch instances are not looked at.',
  risk: 'A key pair that is left over is still in the list of every launch. Whoever took its private key along, when they left or from an old laptop, can then log in to servers that are launched with it by mistake.',
  attack:
    'Someone who left two years ago took the private key along. A colleague launches a server and picks the pair from the list, as its name sounds right. Once the one who left can reach the server, they log in with a key that nobody has thought of. As long as nobody picks it, it is hardly a danger.',
  audit: {
    console: [
      'Open EC2 → Key pairs and note the name of the key pair.',
      'Open EC2 → Instances and filter by the key pair name.',
      'Open EC2 → Launch templates and see the key pair name of the default versions.',
    ],
    cli: readUses,
    good: 'One of the two lists has an entry that is not of a terminated instance, or the key pair is gone.',
  },
  severity: 'low',
  categories: ['identity'],
  resource: 'AWS::EC2::KeyPair',
  reads: ['keyPair'],
  needs: { instances: instancesOfKeyPair, templates: templatesOfKeyPair },
  controls: { 'nist-800-53-r5': ['IA-5', 'CM-8(1)'], 'nist-csf-2': ['PR.AA-01'] },
  remediation: {
    summary: 'Delete the key pair, when no Auto Scaling group or other service launches instances with it.',
    impact:
      'Instances keep the public keys that they have. Launches that name the key pair fail: look at launch configurations and older versions of templates first.',
    effort: 'minutes',
    console: [
      'Look for the name of the key pair in Auto Scaling launch configurations, Elastic Beanstalk, EMR and Batch.',
      'Open EC2 → Key pairs and choose the key pair.',
      'Actions → Delete.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 delete-key-pair --region ${region} --key-pair-id ${localId}`,
    terraform: () => '# Remove the aws_key_pair from the configuration, and apply.',
    cloudformation: () => '# Remove the AWS::EC2::KeyPair from the template, and update the stack.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/delete-key-pair.html',
  },

  evaluate: (_facets, { instances, templates }) =>
    judgeUse([instances, templates], {
      status: 'fail',
      message: 'No instance was launched with the key pair, and no launch template names it.',
      evidence: [{ pointer: '/keyPair/KeyName', expected: 'is the key pair of an instance or a launch template' }],
    }),
});

function readUses(target: RemediationTarget): string {
  const { region, name } = target;
  return `${sh`aws ec2 describe-instances --region ${region} --filters ${`Name=key-name,Values=${name}`} --query 'Reservations[].Instances[].[InstanceId,State.Name]'`}
${readTemplatesWhere(target, `LaunchTemplateData.KeyName==\`${JSON.stringify(name)}\``)}`;
}
