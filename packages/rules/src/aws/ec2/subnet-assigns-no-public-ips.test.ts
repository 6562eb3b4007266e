import { notCollected, subnet } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { subnetAssignsNoPublicIps } from './subnet-assigns-no-public-ips.ts';

const blocked = { InternetGatewayBlockMode: 'block-ingress' } as const;

testRule(subnetAssignsNoPublicIps, {
  pass: [
    { name: 'a subnet that gives none', resource: subnet() },
    { name: 'a default subnet where it was turned off', resource: subnet({ DefaultForAz: true }) },
  ],
  fail: [
    {
      name: 'a subnet that gives public addresses',
      resource: subnet({ MapPublicIpOnLaunch: true }),
      message: 'get a public IPv4 address',
      severity: 'medium',
      pointers: ['/subnet/MapPublicIpOnLaunch'],
    },
    {
      name: 'item 47: VPC Block Public Access keeps the internet out of it',
      resource: subnet({ MapPublicIpOnLaunch: true, BlockPublicAccessStates: blocked }),
      severity: 'low',
    },
  ],
  unknown: [
    { name: 'the subnet', resource: subnet({}, { subnet: notCollected('ec2:DescribeSubnets') }), missing: ['subnet'] },
    {
      name: 'a recording without the field',
      resource: subnet({ MapPublicIpOnLaunch: undefined }),
      missing: ['subnet.MapPublicIpOnLaunch'],
    },
  ],
  notApplicable: [
    {
      name: 'a subnet that another account shares',
      resource: subnet({ MapPublicIpOnLaunch: true, OwnerId: '444455556666' }),
      because: '444455556666',
    },
  ],
});
