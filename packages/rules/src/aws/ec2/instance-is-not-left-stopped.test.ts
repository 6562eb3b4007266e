import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceIsNotLeftStopped } from './instance-is-not-left-stopped.ts';

const stopped = (StateTransitionReason: string, LaunchTime = '2026-06-02T07:41:12.000Z') =>
  instance({ State: { Name: 'stopped' }, StateTransitionReason, LaunchTime });

testRule(instanceIsNotLeftStopped, {
  pass: [
    { name: 'stopped last week', resource: stopped('User initiated (2026-11-13 09:00:00 GMT)') },
    { name: 'stopped thirty days ago to the second', resource: stopped('User initiated (2026-10-21 08:00:00 GMT)') },
    {
      name: 'started last week, and shut down from within since',
      resource: stopped('', '2026-11-13T09:00:00.000Z'),
    },
    {
      name: 'stopped for long, where that is allowed',
      resource: stopped('User initiated (2026-09-01 09:00:00 GMT)'),
      parameters: { maxStoppedDays: 90 },
    },
  ],
  fail: [
    {
      name: 'stopped a second before that',
      resource: stopped('User initiated (2026-10-21 07:59:59 GMT)'),
      message: 'The instance is stopped since 2026-10-21, for 30 days.',
      severity: 'medium',
      pointers: ['/instance/StateTransitionReason'],
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'shut down from within, some time since June',
      resource: stopped('Client.InstanceInitiatedShutdown: Instance initiated shutdown'),
      missing: ['instance.StateTransitionReason'],
    },
  ],
  notApplicable: [
    { name: 'a running instance', resource: instance(), because: 'not stopped' },
    {
      name: 'one that is stopping now',
      resource: instance({
        State: { Name: 'stopping' },
        StateTransitionReason: 'User initiated (2026-09-01 09:00:00 GMT)',
      }),
    },
  ],
});
