import type { IpPermission } from '@plumbline/model';
import { instance, ipPermission, notCollected, securityGroup } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { securityGroupRestrictsAllTraffic } from './security-group-restricts-all-traffic.ts';

const group = (...IpPermissions: readonly IpPermission[]) => securityGroup({ IpPermissions });
const all = (...cidrs: readonly string[]) => ipPermission('-1', undefined, undefined, ...cidrs);
const first = '/securityGroup/IpPermissions/0';

testRule(securityGroupRestrictsAllTraffic, {
  pass: [
    { name: 'all traffic from the VPC', resource: group(all('10.20.0.0/16')) },
    {
      name: 'all traffic between members',
      resource: group({ ...all(), UserIdGroupPairs: [{ GroupId: 'sg-0d9f6b3a4c5e7f8a1' }] }),
    },
    {
      name: 'web ports for everyone',
      resource: group(ipPermission('tcp', 80, 80, '0.0.0.0/0'), ipPermission('tcp', 443, 443, '0.0.0.0/0')),
    },
    { name: "Linux's ports of answers", resource: group(ipPermission('tcp', 32_768, 60_999, '0.0.0.0/0')) },
    { name: 'all ICMP', resource: group(ipPermission('icmp', -1, -1, '0.0.0.0/0')) },
    {
      name: 'a small range from a prefix list that is not recorded',
      resource: group({ ...ipPermission('tcp', 443, 443), PrefixListIds: [{ PrefixListId: 'pl-1' }] }),
    },
  ],
  fail: [
    {
      name: 'all traffic',
      resource: group(all('0.0.0.0/0', '::/0')),
      message: /^All traffic is open to 0\.0\.0\.0\/0 and ::\/0\.$/,
      severity: 'high',
      pointers: [`${first}/IpRanges/0/CidrIp`, `${first}/Ipv6Ranges/0/CidrIpv6`, `${first}/IpProtocol`],
    },
    {
      name: 'all of TCP',
      resource: group(ipPermission('tcp', 0, 65_535, '0.0.0.0/0')),
      message: 'TCP 1–65535 are open',
    },
    {
      name: 'all of TCP, with a rule for an office inside',
      resource: group(ipPermission('tcp', 0, 65_535, '0.0.0.0/0'), ipPermission('tcp', 22, 22, '198.51.100.0/24')),
      message: 'TCP 1–65535 are open to 0.0.0.0/0.',
    },
    {
      name: 'all ports but the low ones',
      resource: group(ipPermission('tcp', 1024, 65_535, '0.0.0.0/0')),
      message: 'TCP 1024–65535 are open',
    },
    {
      name: 'all of UDP in two rules that leave one port out',
      resource: group(ipPermission('udp', 0, 30_000, '0.0.0.0/0'), ipPermission('udp', 30_002, 65_535, '0.0.0.0/0')),
      message: 'UDP 1–30000 and 30002–65535 are open',
    },
    {
      name: 'all traffic from either half of IPv4',
      resource: group(all('0.0.0.0/1'), ipPermission('tcp', 0, 65_535, '128.0.0.0/1')),
      message: 'open to 0.0.0.0/1 and 128.0.0.0/1',
    },
    {
      name: 'an instance with a public address has the group',
      resource: group(all('0.0.0.0/0')),
      with: [instance({ PublicIpAddress: '52.18.4.1' })],
      severity: 'critical',
    },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
    {
      name: 'all traffic from a prefix list that is not recorded',
      resource: group({ ...all(), PrefixListIds: [{ PrefixListId: 'pl-1' }] }),
      missing: ['AWS::EC2::PrefixList.entries'],
    },
  ],
});

test('the command removes a rule without ports', async () => {
  expect(await fixFor(securityGroupRestrictsAllTraffic, { name: '', resource: group(all('0.0.0.0/0')) })).toContain(
    `--ip-permissions '[{"IpRanges":[{"CidrIp":"0.0.0.0/0"}],"IpProtocol":"-1"}]'`,
  );
});
