import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { readInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';

export const instanceIsNotParavirtual = defineRule({
  id: 'aws-ec2-instance-is-not-paravirtual',
  title: 'Instances are not paravirtual',
  description:
    'The virtualization type of an instance must not be `paravirtual`, which only the oldest instance types have.',
  risk: 'Paravirtual images run on instance types of the first generations alone, whose hardware and hypervisor AWS no longer renews. What is on them is years old, and so are its holes.',
  attack:
    'The instance was made from an image of many years ago, and its distribution gets no updates any more. Someone who can reach it looks up the version of its web server, and finds an exploit that works on it without a change. They are on the instance, with its data and what its role may do.',
  audit: {
    console: ['Open EC2 → Instances and choose the instance.', 'Details: see Virtualization type and Instance type.'],
    cli: (target) => readInstance(target, '{VirtualizationType:VirtualizationType,InstanceType:InstanceType}'),
    good: '`VirtualizationType` is `hvm`.',
  },
  severity: 'medium',
  categories: ['vulnerability'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  controls: { fsbp: ['EC2.24'] },
  remediation: {
    summary: 'Move the work to an instance of a current type, from an HVM image.',
    impact: 'The type of virtualization cannot be changed: it is a new installation.',
    effort: 'days',
    console: [
      'Open EC2 → Launch instances, and choose a current HVM image and a current type.',
      'Move the work and its data over, and terminate the old instance.',
    ],
    cli: ({ region, localId }) => sh`# When the work has moved to a new instance:
aws ec2 terminate-instances --region ${region} --instance-ids ${localId}`,
    terraform: () => `# In the aws_instance, which this replaces:
ami           = data.aws_ami.current.id # virtualization type hvm
instance_type = "t3.medium"`,
    cloudformation: () => `# In the AWS::EC2::Instance, which this replaces:
ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'
InstanceType: t3.medium`,
    docs: 'https://docs.aws.amazon.com/config/latest/developerguide/ec2-paravirtual-instance-check.html',
  },

  evaluate: ({ instance }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    if (instance.VirtualizationType === undefined)
      return unknown({
        fact: 'instance.VirtualizationType',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not have the virtualization type of the instance.',
      });
    if (instance.VirtualizationType !== 'paravirtual') return pass;
    return {
      status: 'fail',
      message: `The instance is paravirtual, of the type ${instance.InstanceType ?? 'that is not recorded'}.`,
      evidence: [{ pointer: '/instance/VirtualizationType', expected: 'is hvm' }],
    };
  },
});
