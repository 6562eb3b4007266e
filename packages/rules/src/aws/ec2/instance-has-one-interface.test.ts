import { instance, instanceInterface, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { instanceHasOneInterface } from './instance-has-one-interface.ts';

const second = instanceInterface(
  {},
  { NetworkInterfaceId: 'eni-2', Attachment: { AttachmentId: 'eni-attach-2', DeviceIndex: 1 } },
);
const dual = { NetworkInterfaces: [instanceInterface({}), second] };

testRule(instanceHasOneInterface, {
  pass: [
    { name: 'one interface', resource: instance() },
    {
      name: 'one interface with several addresses',
      resource: instance({
        NetworkInterfaces: [instanceInterface({}, { PrivateIpAddresses: [{ Primary: true }, { Primary: false }] })],
      }),
    },
  ],
  fail: [
    {
      name: 'two interfaces',
      resource: instance(dual),
      message: 'The instance has 2 network interfaces.',
      severity: 'low',
      pointers: [
        '/instance/NetworkInterfaces/1/NetworkInterfaceId',
        '/instance/NetworkInterfaces/1/Attachment/AttachmentId',
      ],
    },
    {
      name: 'the primary one listed last, on a stopped instance',
      resource: instance({ NetworkInterfaces: [second, instanceInterface({})], State: { Name: 'stopped' } }),
      pointers: [
        '/instance/NetworkInterfaces/0/NetworkInterfaceId',
        '/instance/NetworkInterfaces/0/Attachment/AttachmentId',
      ],
    },
    {
      name: 'two network cards, each with an interface at its first place',
      resource: instance({ NetworkInterfaces: [instanceInterface({}), { ...second, Attachment: { DeviceIndex: 0 } }] }),
      pointers: [
        '/instance/NetworkInterfaces/1/NetworkInterfaceId',
        '/instance/NetworkInterfaces/1/Attachment/AttachmentId',
      ],
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'a recording without them',
      resource: instance({ NetworkInterfaces: undefined }),
      missing: ['instance.NetworkInterfaces'],
    },
  ],
  notApplicable: [
    {
      name: 'a terminated instance',
      resource: instance({ ...dual, State: { Name: 'terminated' } }),
      because: 'terminated',
    },
  ],
});

test('the command detaches the interface that is not the primary one', async () => {
  expect(await fixFor(instanceHasOneInterface, { name: '', resource: instance(dual) })).toBe(
    'aws ec2 detach-network-interface --region eu-west-1 --attachment-id eni-attach-2',
  );
});
