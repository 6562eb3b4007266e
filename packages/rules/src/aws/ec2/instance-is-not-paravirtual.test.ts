import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceIsNotParavirtual } from './instance-is-not-paravirtual.ts';

testRule(instanceIsNotParavirtual, {
  pass: [{ name: 'hardware virtualization', resource: instance({ VirtualizationType: 'hvm' }) }],
  fail: [
    {
      name: 'a paravirtual instance',
      resource: instance({ VirtualizationType: 'paravirtual', InstanceType: 'm1.small' }),
      message: 'The instance is paravirtual, of the type m1.small.',
      severity: 'medium',
      pointers: ['/instance/VirtualizationType'],
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'a recording without the type',
      resource: instance({ VirtualizationType: undefined }),
      missing: ['instance.VirtualizationType'],
    },
  ],
  notApplicable: [
    {
      name: 'a terminated instance',
      resource: instance({ VirtualizationType: 'paravirtual', State: { Name: 'terminated' } }),
      because: 'terminated',
    },
  ],
});
