import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { days } from '../../kernel/parameter.ts';
import { sh } from '../../kernel/remediation.ts';
import { daysSince } from '../../lib/elapsed.ts';
import { readInstance } from '../../lib/instance-audits.ts';

export const instanceIsNotLeftStopped = defineRule({
  id: 'aws-ec2-instance-is-not-left-stopped',
  title: 'Stopped instances are removed in time',
  description:
    'An instance that someone stopped must not stay stopped for longer than the days that are set. AWS tells in `StateTransitionReason` when a user stopped it; of an instance that stopped for another reason only its last start is known, and past that time the rule has no answer.',
  risk: 'A stopped instance gets no updates and no scans, and comes back with old holes on the day that somebody starts it. Its disks keep their data, and cost, meanwhile.',
  attack:
    'A web server was stopped a year ago, and has missed each update since. Someone starts it to look something up, and leaves it running. A scanner finds a hole that is known for months, and whoever comes through it has the old data on its disks and a role whose rights nobody took away.',
  audit: {
    console: [
      'Open EC2 → Instances, filter by the state "Stopped", and choose the instance.',
      'Details: see State transition reason, or State transition message, and the launch time.',
    ],
    cli: (target) =>
      readInstance(target, '{State:State.Name,StateTransitionReason:StateTransitionReason,LaunchTime:LaunchTime}'),
    good: '`State` is not `stopped`, or the time in `StateTransitionReason` is at most 30 days ago (or as many as are set). An empty list means that the instance is gone.',
  },
  severity: 'medium',
  categories: ['vulnerability'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  parameters: { maxStoppedDays: days('Days for which an instance may stay stopped.', 30) },
  controls: { fsbp: ['EC2.4'] },
  remediation: {
    summary: 'Terminate the instance when nobody needs it, after an image of it where its data may be needed.',
    impact: 'A terminated instance is gone, and so are its volumes with "delete on termination".',
    effort: 'minutes',
    console: [
      'Open EC2 → Instances, choose the instance, and ask its owner.',
      'Actions → Image and templates → Create image, where its data may be needed.',
      'Instance state → Terminate (delete) instance.',
    ],
    cli: ({
      region,
      localId,
      name,
    }) => sh`image=$(aws ec2 create-image --region ${region} --instance-id ${localId} --name ${`${name} before termination`} --query ImageId --output text)
aws ec2 wait image-available --region ${region} --image-ids "$image" && aws ec2 terminate-instances --region ${region} --instance-ids ${localId}`,
    terraform: () => '# Remove the aws_instance from the configuration, and apply.',
    cloudformation: () => '# Remove the AWS::EC2::Instance from the template, and update the stack.',
    docs: 'https://docs.aws.amazon.com/config/latest/developerguide/ec2-stopped-instance.html',
  },

  evaluate: ({ instance }, { now, parameters: { maxStoppedDays } }) => {
    if (instance.State?.Name !== 'stopped') return notApplicable('The instance is not stopped.');
    const [, day = '', time = ''] = STOPPED_AT.exec(instance.StateTransitionReason ?? '') ?? [];
    const stopped = daysSince(`${day}T${time}Z`, now);
    if (stopped === null) {
      const started = daysSince(instance.LaunchTime, now);
      if (started !== null && started <= maxStoppedDays) return pass;
      return unknown({
        fact: 'instance.StateTransitionReason',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message:
          'AWS does not tell when the instance stopped, only that it was last started longer ago than it may be stopped.',
      });
    }
    if (stopped <= maxStoppedDays) return pass;
    return {
      status: 'fail',
      message: `The instance is stopped since ${day}, for ${Math.floor(stopped)} days.`,
      evidence: [{ pointer: '/instance/StateTransitionReason', expected: `is at most ${maxStoppedDays} days ago` }],
    };
  },
});

/** `User initiated (2026-10-01 08:15:42 GMT)` */
const STOPPED_AT = /\((\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) GMT\)/;
