import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceHasDetailedMonitoring } from './instance-has-detailed-monitoring.ts';

testRule(instanceHasDetailedMonitoring, {
  pass: [
    { name: 'detailed monitoring', resource: instance({ Monitoring: { State: 'enabled' } }) },
    { name: 'on its way to it', resource: instance({ Monitoring: { State: 'pending' } }) },
  ],
  fail: [
    {
      name: 'basic monitoring',
      resource: instance({ Monitoring: { State: 'disabled' } }),
      message: 'every five minutes',
      severity: 'low',
      pointers: ['/instance/Monitoring/State'],
    },
    { name: 'on its way back to it', resource: instance({ Monitoring: { State: 'disabling' } }) },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    { name: 'a recording without it', resource: instance({ Monitoring: undefined }), missing: ['instance.Monitoring'] },
  ],
  notApplicable: [
    {
      name: 'a stopped instance',
      resource: instance({ Monitoring: { State: 'disabled' }, State: { Name: 'stopped' } }),
      because: 'does not run',
    },
  ],
});
