import { networkInterface, notCollected, vpc } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { defaultVpcHoldsNothing } from './default-vpc-holds-nothing.ts';

const ofRegion = vpc({ IsDefault: true });
const database = networkInterface({ NetworkInterfaceId: 'eni-1', RequesterManaged: true });

testRule(defaultVpcHoldsNothing, {
  pass: [
    { name: 'a default VPC that stands empty', resource: ofRegion },
    {
      name: 'an interface in the VPC beside it',
      resource: ofRegion,
      with: [networkInterface({ VpcId: 'vpc-2' })],
    },
  ],
  fail: [
    {
      name: "a database's interface",
      resource: ofRegion,
      with: [database],
      message: 'The default VPC holds the network interface eni-1.',
      severity: 'low',
      pointers: ['/vpc/IsDefault', '/networkInterface/VpcId'],
    },
    {
      name: 'many, of which it shows some',
      resource: ofRegion,
      with: ['eni-1', 'eni-2', 'eni-3', 'eni-4', 'eni-5'].map((NetworkInterfaceId) =>
        networkInterface({ NetworkInterfaceId }),
      ),
      message: 'The default VPC holds 5 network interfaces: eni-1, eni-2, eni-3 and 2 more.',
      pointers: ['/vpc/IsDefault', ...Array.from({ length: 3 }, () => '/networkInterface/VpcId')],
    },
  ],
  unknown: [
    { name: 'the VPC', resource: vpc({}, { vpc: notCollected('ec2:DescribeVpcs') }), missing: ['vpc'] },
    {
      name: 'interfaces could not be listed',
      resource: ofRegion,
      unlisted: [{ type: 'AWS::EC2::NetworkInterface', region: 'eu-west-1' }],
      missing: ['AWS::EC2::NetworkInterface in eu-west-1'],
    },
  ],
  notApplicable: [
    { name: 'a VPC that someone made', resource: vpc(), with: [database], because: 'not a default VPC' },
    {
      name: 'one that another account shares',
      resource: vpc({ IsDefault: true, OwnerId: '444455556666' }),
      because: '444455556666',
    },
  ],
});
