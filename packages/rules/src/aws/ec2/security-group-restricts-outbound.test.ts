import {
  ALL_OUTBOUND,
  instance,
  ipPermission,
  notCollected,
  prefixList,
  securityGroup,
} from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { securityGroupRestrictsOutbound } from './security-group-restricts-outbound.ts';

const byList = { ...ipPermission('-1'), PrefixListIds: [{ PrefixListId: 'pl-0e3a9c6b7d8f0a1b4' }] };

testRule(securityGroupRestrictsOutbound, {
  pass: [
    { name: 'HTTPS to everywhere', resource: securityGroup() },
    { name: 'nothing goes out', resource: securityGroup({ IpPermissionsEgress: [] }) },
    {
      name: 'everything to the VPC',
      resource: securityGroup({ IpPermissionsEgress: [ipPermission('-1', undefined, undefined, '10.20.0.0/16')] }),
    },
    {
      name: 'everything to an endpoint of S3',
      resource: securityGroup({ IpPermissionsEgress: [byList] }),
      with: [prefixList([{ Cidr: '52.218.0.0/17' }])],
    },
    { name: 'everything comes in, which is another rule', resource: securityGroup({ IpPermissions: ALL_OUTBOUND }) },
  ],
  fail: [
    {
      name: "AWS's own rule",
      resource: securityGroup({ IpPermissionsEgress: ALL_OUTBOUND }),
      message: /^All traffic is open to 0\.0\.0\.0\/0\.$/,
      severity: 'low',
      pointers: [
        '/securityGroup/IpPermissionsEgress/0/IpRanges/0/CidrIp',
        '/securityGroup/IpPermissionsEgress/0/IpProtocol',
      ],
    },
    {
      name: 'either half of IPv4, which a public address makes no worse',
      resource: securityGroup({
        IpPermissionsEgress: [ipPermission('-1', undefined, undefined, '0.0.0.0/1', '128.0.0.0/1')],
      }),
      with: [instance({ PublicIpAddress: '52.18.4.1' })],
      message: 'All traffic is open to 0.0.0.0/1 and 128.0.0.0/1.',
      severity: 'low',
    },
    {
      name: 'all of TCP over IPv6',
      resource: securityGroup({ IpPermissionsEgress: [ipPermission('tcp', 0, 65_535, '::/0')] }),
      message: 'TCP 1–65535 are open to ::/0',
    },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
    {
      name: 'a prefix list that decides',
      resource: securityGroup({ IpPermissionsEgress: [byList] }),
      missing: ['AWS::EC2::PrefixList.entries'],
    },
  ],
  notApplicable: [
    {
      name: 'the default group',
      resource: securityGroup({ GroupName: 'default', IpPermissionsEgress: ALL_OUTBOUND }),
      because: 'default group',
    },
  ],
});

test('the command removes outbound rules', async () => {
  const resource = securityGroup({ IpPermissionsEgress: ALL_OUTBOUND });
  expect(await fixFor(securityGroupRestrictsOutbound, { name: '', resource })).toMatch(
    /^aws ec2 revoke-security-group-egress --region eu-west-1 /,
  );
});
