import type { Instance } from '@plumbline/model';
import {
  instance,
  instanceInterface,
  ipPermission,
  notCollected,
  routeTable,
  securityGroup,
  subnet,
  TEST_SUBNET_ID,
} from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { outcomeOf, testRule } from '../../testing/test-rule.ts';
import { instanceHasNoPublicIp } from './instance-has-no-public-ip.ts';

const exposed = { PublicIpAddress: '52.18.4.1' };
const sixth = instance({ Ipv6Address: '2a05:d018:1::7' });
const web = securityGroup({ GroupName: 'web', IpPermissions: [ipPermission('tcp', 443, 443, '0.0.0.0/0')] });
const igw = { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-0a1b2c3d4e5f60718', State: 'active' } as const;
const publicTable = routeTable({ RouteTableId: 'rtb-1', Associations: [{ SubnetId: TEST_SUBNET_ID }], Routes: [igw] });
const egressOnly = routeTable({ Routes: [{ ...igw, GatewayId: undefined, EgressOnlyInternetGatewayId: 'eigw-1' }] });
const inSubnet = (mode: 'off' | 'block-ingress' | 'block-bidirectional', SubnetId = TEST_SUBNET_ID) =>
  subnet({ SubnetId, BlockPublicAccessStates: { InternetGatewayBlockMode: mode } });
const main = '/instance/NetworkInterfaces/0';
const fourth = [`${main}/Association/PublicIp`, `${main}/Association/IpOwnerId`, `${main}/NetworkInterfaceId`];

function withElasticIp(): Partial<Instance> {
  const Association = { PublicIp: '34.240.9.9', IpOwnerId: '111122223333' };
  return {
    NetworkInterfaces: [
      instanceInterface({}),
      instanceInterface({}, { NetworkInterfaceId: 'eni-2', PrivateIpAddresses: [{ Primary: true }, { Association }] }),
    ],
  };
}

testRule(instanceHasNoPublicIp, {
  pass: [
    { name: 'private addresses only', resource: instance() },
    { name: 'a stopped instance that lost its address', resource: instance({ State: { Name: 'stopped' } }) },
    { name: 'IPv6 behind an egress-only gateway', resource: sixth, with: [egressOnly] },
    {
      name: "a subnet's own table without a way out hides the main one",
      resource: sixth,
      with: [
        routeTable({ Routes: [igw] }),
        routeTable({ RouteTableId: 'rtb-1', Associations: [{ SubnetId: TEST_SUBNET_ID }] }),
      ],
    },
    {
      name: "IPv6 that is local to the account's networks",
      resource: instance({ Ipv6Address: 'fd00:ec2:7::1' }),
      with: [publicTable],
    },
    {
      name: 'no address, where nothing else could be listed',
      resource: instance(),
      unlisted: [
        { type: 'AWS::EC2::RouteTable', region: 'eu-west-1' },
        { type: 'AWS::EC2::SecurityGroup', region: 'eu-west-1' },
      ],
    },
  ],
  fail: [
    {
      name: 'a public address behind an open group',
      resource: instance(exposed),
      with: [web],
      message: '52.18.4.1 is a public address, and security group web lets in everyone.',
      severity: 'high',
      pointers: [...fourth, '/securityGroup/IpPermissions/0/IpRanges/0/CidrIp'],
    },
    {
      name: 'item 47: VPC Block Public Access overrides an open group',
      resource: instance(exposed),
      with: [web, inSubnet('block-ingress')],
      message: '52.18.4.1 is a public address, which VPC Block Public Access keeps the internet from.',
      severity: 'low',
      pointers: [...fourth, '/subnet/BlockPublicAccessStates/InternetGatewayBlockMode'],
    },
    {
      name: 'item 47: a subnet that is excluded from VPC Block Public Access is as open as any',
      resource: instance(exposed),
      with: [web, inSubnet('off')],
      severity: 'high',
    },
    {
      name: 'one address in a blocked subnet, another in one that is not',
      resource: instance({
        NetworkInterfaces: [
          instanceInterface({ ...exposed, SubnetId: TEST_SUBNET_ID }),
          instanceInterface({ PublicIpAddress: '52.18.4.2', SubnetId: 'subnet-2' }, { NetworkInterfaceId: 'eni-2' }),
        ],
      }),
      with: [inSubnet('block-bidirectional'), inSubnet('off', 'subnet-2')],
      message: /^52\.18\.4\.1 and 52\.18\.4\.2 are public addresses\.$/,
    },
    {
      name: 'subnets that could not be listed do not make it better',
      resource: instance(exposed),
      with: [web],
      unlisted: [{ type: 'AWS::EC2::Subnet', region: 'eu-west-1' }],
      severity: 'high',
    },
    {
      name: 'a public address behind a closed group',
      resource: instance(exposed),
      with: [securityGroup()],
      message: /^52\.18\.4\.1 is a public address\.$/,
      severity: 'medium',
      pointers: fourth,
    },
    {
      name: 'a public address behind a group that opens IPv6 alone',
      resource: instance(exposed),
      with: [securityGroup({ IpPermissions: [ipPermission('tcp', 443, 443, '::/0')] })],
      severity: 'medium',
    },
    {
      name: 'a group that is not in the recording does not make it better',
      resource: instance(exposed),
      severity: 'high',
    },
    {
      name: 'nor does a prefix list that is not read here',
      resource: instance(exposed),
      with: [securityGroup({ IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }] })],
      severity: 'high',
    },
    {
      name: 'groups could not be listed',
      resource: instance(exposed),
      unlisted: [{ type: 'AWS::EC2::SecurityGroup', region: 'eu-west-1' }],
      severity: 'high',
    },
    {
      name: 'an Elastic IP at a secondary address of a second interface',
      resource: instance(withElasticIp()),
      message: '34.240.9.9',
      pointers: [
        '/instance/NetworkInterfaces/1/PrivateIpAddresses/1/Association/PublicIp',
        '/instance/NetworkInterfaces/1/PrivateIpAddresses/1/Association/IpOwnerId',
        '/instance/NetworkInterfaces/1/NetworkInterfaceId',
      ],
    },
    { name: 'a stopped instance with an Elastic IP', resource: instance({ ...exposed, State: { Name: 'stopped' } }) },
    {
      name: 'IPv6 with a way to the internet',
      resource: sixth,
      with: [publicTable, securityGroup({ IpPermissions: [ipPermission('-1', undefined, undefined, '::/0')] })],
      message: '2a05:d018:1::7 is a public address, and security group app lets in everyone.',
      severity: 'high',
      pointers: [
        `${main}/Ipv6Addresses/0/Ipv6Address`,
        `${main}/NetworkInterfaceId`,
        '/securityGroup/IpPermissions/0/Ipv6Ranges/0/CidrIpv6',
      ],
    },
    {
      name: 'both families, where routes could not be listed',
      resource: instance({ ...exposed, Ipv6Address: '2a05:d018:1::7' }),
      unlisted: [{ type: 'AWS::EC2::RouteTable', region: 'eu-west-1' }],
      message: /^52\.18\.4\.1 is a public address/,
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'IPv6, where routes could not be listed',
      resource: sixth,
      unlisted: [{ type: 'AWS::EC2::RouteTable', region: 'eu-west-1' }],
      missing: ['AWS::EC2::RouteTable in eu-west-1'],
    },
    {
      name: 'IPv6 behind a firewall',
      resource: sixth,
      with: [routeTable({ Routes: [{ ...igw, GatewayId: 'vpce-1' }] })],
      missing: ['AWS::EC2::RouteTable'],
    },
  ],
  notApplicable: [
    {
      name: 'a terminated instance',
      resource: instance({ ...exposed, State: { Name: 'terminated' } }),
      because: 'terminated',
    },
  ],
});

describe('what comes with it', () => {
  test('a reason says why it weighs less', async () => {
    expect(
      await outcomeOf(instanceHasNoPublicIp, { name: '', resource: instance(exposed), with: [securityGroup()] }),
    ).toMatchObject({
      severityReason: 'No security group at these addresses lets in everyone.',
    });
  });
  test('the command for each kind of address', async () => {
    expect(await fixFor(instanceHasNoPublicIp, { name: '', resource: instance(exposed), with: [web] })).toBe(
      'aws ec2 modify-network-interface-attribute --region eu-west-1 --network-interface-id eni-0a3c9e6d7f8b0c1d4 --no-associate-public-ip-address',
    );
    expect(await fixFor(instanceHasNoPublicIp, { name: '', resource: instance(withElasticIp()) })).toBe(
      `association=$(aws ec2 describe-addresses --region eu-west-1 --public-ips 34.240.9.9 --query 'Addresses[0].AssociationId' --output text)
aws ec2 disassociate-address --region eu-west-1 --association-id "$association"`,
    );
    expect(await fixFor(instanceHasNoPublicIp, { name: '', resource: sixth, with: [publicTable] })).toBe(
      'aws ec2 unassign-ipv6-addresses --region eu-west-1 --network-interface-id eni-0a3c9e6d7f8b0c1d4 --ipv6-addresses 2a05:d018:1::7',
    );
  });
});
