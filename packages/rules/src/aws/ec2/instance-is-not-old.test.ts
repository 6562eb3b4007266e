import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceIsNotOld } from './instance-is-not-old.ts';

testRule(instanceIsNotOld, {
  pass: [
    { name: 'an instance of this year', resource: instance() },
    { name: 'one that is 180 days old to the second', resource: instance({ LaunchTime: '2026-05-24T08:00:00.000Z' }) },
    {
      name: 'an old one, where that is allowed',
      resource: instance({ LaunchTime: '2025-12-24T08:00:00.000Z' }),
      parameters: { maxRunningDays: 365 },
    },
  ],
  fail: [
    {
      name: 'one that has run for three years',
      resource: instance({ LaunchTime: '2023-11-20T08:00:00.000Z' }),
      message: 'The instance has run for 1096 days.',
      severity: 'low',
      pointers: ['/instance/LaunchTime'],
    },
    { name: 'a second over the limit', resource: instance({ LaunchTime: '2026-05-24T07:59:59.000Z' }) },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'a recording without the time',
      resource: instance({ LaunchTime: undefined }),
      missing: ['instance.LaunchTime'],
    },
  ],
  notApplicable: [
    {
      name: 'a stopped instance',
      resource: instance({ State: { Name: 'stopped' }, LaunchTime: '2023-11-20T08:00:00.000Z' }),
      because: 'does not run',
    },
  ],
});
