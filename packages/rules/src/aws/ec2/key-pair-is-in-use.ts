import { defineRule } from '../../kernel/define-rule.ts';
import { sh } from '../../kernel/remediation.ts';
import { judgeUse } from '../../lib/use.ts';
import { instancesOfKeyPair, templatesOfKeyPair } from '../relations/in-use.ts';

export const keyPairIsInUse = defineRule({
  id: 'aws-ec2-key-pair-is-in-use',
  title: 'Key pairs are in use',
  description:
    'An instance must have been launched with the key pair, or the default version of a launch template must name it. Launch configurations, older versions of templates and other services that launch instances are not looked at.',
  risk: 'A key pair that is left over is still in the list of every launch. Whoever took its private key along, when they left or from an old laptop, can then log in to servers that are launched with it by mistake.',
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
