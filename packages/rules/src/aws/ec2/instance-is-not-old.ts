import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { days } from '../../kernel/parameter.ts';
import { sh } from '../../kernel/remediation.ts';
import { daysSince } from '../../lib/elapsed.ts';
import { readInstance } from '../../lib/instance-audits.ts';

export const instanceIsNotOld = defineRule({
  id: 'aws-ec2-instance-is-not-old',
  title: 'Running instances are renewed in time',
  description:
    'An instance must not run for longer than the days that are set since its launch or last start, which is its `LaunchTime`. A reboot from within does not change that time.',
  risk: 'What has run for that long was not replaced by a newer image, and its kernel was hardly ever changed. Nobody knows whether it comes up again.',
  attack:
    'An instance was not started anew for years, and its kernel is of that time, as a new one needs a start. Someone gets a shell as the unprivileged user of a web application. With a published exploit for the old kernel they become root, and read the data and the credentials of everything on the instance.',
  audit: {
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Details: see Launch time, which is the time of the last start.',
    ],
    cli: (target) => readInstance(target, '{State:State.Name,LaunchTime:LaunchTime}'),
    good: '`LaunchTime` is at most 180 days ago (or as many as are set), or `State` is not `running`.',
  },
  severity: 'low',
  categories: ['vulnerability'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  parameters: { maxRunningDays: days('Days for which an instance may run without a new start.', 180) },
  controls: { 'nist-800-53-r5': ['SI-2', 'CM-2'], 'nist-csf-2': ['PR.PS-02'] },
  remediation: {
    summary: 'Replace the instance by one of a current image; where that cannot be, update it, and stop and start it.',
    impact:
      'The instance is away for minutes. It moves to another host, and loses a public address that is not an Elastic IP and what is on its instance store.',
    effort: 'hours',
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Launch a successor from a current image and move the work over, or update the instance.',
      'Instance state → Stop instance, and then Start instance.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 stop-instances --region ${region} --instance-ids ${localId}
aws ec2 wait instance-stopped --region ${region} --instance-ids ${localId}
aws ec2 start-instances --region ${region} --instance-ids ${localId}`,
    terraform: () => `# In the aws_instance: take the newest image, which replaces the instance.
ami = data.aws_ami.current.id`,
    cloudformation: () => `# In the AWS::EC2::Instance: take the newest image, which replaces the instance.
ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html',
  },

  evaluate: ({ instance }, { now, parameters: { maxRunningDays } }) => {
    if (instance.State?.Name !== 'running') return notApplicable('The instance does not run.');
    const age = daysSince(instance.LaunchTime, now);
    if (age === null)
      return unknown({
        fact: 'instance.LaunchTime',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not say when the instance was launched.',
      });
    if (age <= maxRunningDays) return pass;
    return {
      status: 'fail',
      message: `The instance has run for ${Math.floor(age)} days.`,
      evidence: [{ pointer: '/instance/LaunchTime', expected: `is at most ${maxRunningDays} days ago` }],
    };
  },
});
