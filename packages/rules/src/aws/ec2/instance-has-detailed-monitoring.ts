import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { readInstance } from '../../lib/instance-audits.ts';

export const instanceHasDetailedMonitoring = defineRule({
  id: 'aws-ec2-instance-has-detailed-monitoring',
  title: 'Running instances have detailed monitoring',
  description:
    'Detailed monitoring must be on for each instance that runs, so that its metrics come each minute instead of every five. An instance that is being switched to it counts as having it.',
  risk: 'With a value every five minutes a short burst, of load or of data on its way out, is lost in the mean. Alarms come later than they could.',
  attack:
    'Someone who is already on the instance packs up what they found and sends it out within two minutes. In a value for five minutes the peak is spread thin, and an alarm on outgoing traffic stays quiet or comes late. It lets nobody in; it makes it harder to say afterwards when it was.',
  audit: {
    console: ['Open EC2 → Instances and choose the instance.', 'Details: see Monitoring.'],
    cli: (target) => readInstance(target, 'Monitoring'),
    good: '`State` is `enabled` or `pending`.',
  },
  severity: 'low',
  categories: ['logging'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'], 'nist-csf-2': ['DE.CM-09'] },
  remediation: {
    summary: 'Turn on detailed monitoring of the instance, and in the template that it comes from.',
    impact: 'None for the instance. The metrics cost by instance.',
    effort: 'minutes',
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Actions → Monitor and troubleshoot → Manage detailed monitoring → Enable, and save.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 monitor-instances --region ${region} --instance-ids ${localId}`,
    terraform: () => `# In the aws_instance:
monitoring = true`,
    cloudformation: () => `# In the AWS::EC2::Instance:
Monitoring: true`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html',
  },

  evaluate: ({ instance: { Monitoring, State } }) => {
    if (State?.Name !== 'running') return notApplicable('The instance does not run.');
    const state = Monitoring?.State;
    if (state === 'enabled' || state === 'pending') return pass;
    if (state === undefined)
      return unknown({
        fact: 'instance.Monitoring',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not say how the instance is monitored.',
      });
    return {
      status: 'fail',
      message: 'The instance has basic monitoring, a value every five minutes.',
      evidence: [{ pointer: '/instance/Monitoring/State', expected: 'is enabled' }],
    };
  },
});
