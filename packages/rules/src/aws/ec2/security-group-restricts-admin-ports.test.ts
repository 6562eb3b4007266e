import { instance, ipPermission, notCollected, prefixList, securityGroup } from '@plumbline/model/testing';
import type { IpPermission } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { outcomeOf, testRule } from '../../testing/test-rule.ts';
import { securityGroupRestrictsAdminPorts } from './security-group-restricts-admin-ports.ts';

const group = (...IpPermissions: readonly IpPermission[]) => securityGroup({ IpPermissions });
const ssh = (...cidrs: readonly string[]) => ipPermission('tcp', 22, 22, ...cidrs);
const LIST = 'pl-0e3a9c6b7d8f0a1b4';
const byList = { ...ssh(), PrefixListIds: [{ PrefixListId: LIST }] };
const cloudFront = prefixList([{ Cidr: '13.32.0.0/15' }, { Cidr: '120.52.22.96/27' }], {
  id: `arn:aws:ec2:eu-west-1:aws:prefix-list/${LIST}`,
});
const unlistedPrefixLists = {
  type: 'AWS::EC2::PrefixList',
  region: 'eu-west-1',
  notCollected: { reason: 'ACCESS_DENIED', action: 'ec2:DescribeManagedPrefixLists', message: 'not authorized' },
} as const;
const publicInstance = instance({ PublicIpAddress: '52.18.4.1', Tags: [{ Key: 'Name', Value: 'bastion' }] });
const first = '/securityGroup/IpPermissions/0';
const context = ['IpProtocol', 'FromPort', 'ToPort'].map((field) => `${first}/${field}`);

testRule(securityGroupRestrictsAdminPorts, {
  pass: [
    { name: 'HTTPS for everyone', resource: group(ipPermission('tcp', 443, 443, '0.0.0.0/0', '::/0')) },
    { name: 'SSH from an office', resource: group(ssh('198.51.100.0/24', '2001:db8:7::/48')) },
    { name: 'SSH from private networks, however wide', resource: group(ssh('10.0.0.0/8', 'fd00::/8')) },
    {
      name: 'SSH from a /8 or an IPv6 /32, which AWS does not call public',
      resource: group(ssh('52.0.0.0/8', '2a05:d018::/32')),
    },
    { name: 'ICMP, whose type 22 is no port', resource: group(ipPermission('icmp', 22, -1, '0.0.0.0/0')) },
    { name: 'ICMP over IPv6, by its number', resource: group(ipPermission('58', -1, -1, '::/0')) },
    { name: 'ESP from everywhere', resource: group(ipPermission('50', undefined, undefined, '0.0.0.0/0')) },
    { name: 'a range that ends just before', resource: group(ipPermission('tcp', 1, 21, '0.0.0.0/0')) },
    {
      name: 'SSH from a /7 that is private but for a /8',
      resource: group(ssh('10.0.0.0/7')),
    },
    { name: 'SSH from another group', resource: group({ ...ssh(), UserIdGroupPairs: [{ GroupId: 'sg-0a' }] }) },
    {
      name: 'two /8s that adjoin, one for TCP and one for UDP',
      resource: group(ssh('52.0.0.0/8'), ipPermission('udp', 22, 22, '53.0.0.0/8')),
    },
    { name: "a prefix list of CloudFront's own servers", resource: group(byList), with: [cloudFront] },
    { name: 'no rules', resource: securityGroup({ IpPermissions: [] }) },
    { name: 'SSH that goes out', resource: securityGroup({ IpPermissionsEgress: [ssh('0.0.0.0/0')] }) },
    {
      name: 'SSH where the user counts only RDP',
      resource: group(ssh('0.0.0.0/0')),
      parameters: { adminPorts: [3389] },
    },
    {
      name: 'a prefix list that could not be read, for HTTPS alone',
      resource: group({ ...ipPermission('tcp', 443, 443), PrefixListIds: [{ PrefixListId: LIST }] }),
      unlisted: [unlistedPrefixLists],
    },
    {
      name: 'no prefix list named where none could be read',
      resource: group(ssh('198.51.100.0/24')),
      unlisted: [unlistedPrefixLists],
    },
  ],
  fail: [
    {
      name: 'SSH from all of IPv4',
      resource: group(ssh('0.0.0.0/0')),
      message: /^Port 22 \(SSH\) is open to 0\.0\.0\.0\/0\.$/,
      severity: 'high',
      pointers: [`${first}/IpRanges/0/CidrIp`, ...context],
    },
    {
      name: 'SSH from all of IPv6 beside an office',
      resource: group(ssh('198.51.100.0/24', '::/0')),
      message: 'Port 22 (SSH) is open to ::/0.',
      pointers: [`${first}/Ipv6Ranges/0/CidrIpv6`, ...context],
    },
    {
      name: 'both families',
      resource: group(ssh('0.0.0.0/0', '::/0')),
      message: 'open to 0.0.0.0/0 and ::/0.',
      pointers: [`${first}/IpRanges/0/CidrIp`, `${first}/Ipv6Ranges/0/CidrIpv6`, ...context],
    },
    {
      name: 'all traffic, which has no ports to show',
      resource: group(ipPermission('-1', undefined, undefined, '0.0.0.0/0')),
      message: '22 (SSH), 23 (Telnet), 2375 (Docker), 3389 (RDP)',
      pointers: [`${first}/IpRanges/0/CidrIp`, `${first}/IpProtocol`],
    },
    {
      name: 'a range around the port',
      resource: group(ipPermission('tcp', 20, 25, '0.0.0.0/0')),
      message: 'Ports 22 (SSH) and 23 (Telnet) are',
    },
    { name: 'TCP by its number', resource: group(ipPermission('6', 3389, 3389, '0.0.0.0/0')), message: '3389 (RDP)' },
    {
      name: 'RDP over UDP',
      resource: group(ipPermission('udp', 3389, 3389, '0.0.0.0/0')),
      message: 'Port 3389 (RDP) over UDP is',
    },
    {
      name: 'two halves of IPv4 in two rules',
      resource: group(ssh('0.0.0.0/1'), ipPermission('tcp', 1, 1024, '128.0.0.0/1')),
      message: 'Port 22 (SSH) is open to 0.0.0.0/1 and 128.0.0.0/1. Port 23 (Telnet) is open to 128.0.0.0/1.',
    },
    {
      name: 'two /8s that adjoin, which alone would pass',
      resource: group(ssh('52.0.0.0/8', '53.0.0.0/8')),
      message: 'open to 52.0.0.0/8 and 53.0.0.0/8',
      pointers: [`${first}/IpRanges/0/CidrIp`, `${first}/IpRanges/1/CidrIp`, ...context],
    },
    { name: 'a /7, which AWS calls public', resource: group(ssh('52.0.0.0/7')), message: 'open to 52.0.0.0/7' },
    { name: 'an IPv6 /31', resource: group(ssh('2a04::/31')), message: 'open to 2a04::/31' },
    {
      name: 'two halves of IPv6',
      resource: group(ssh('::/1', '8000::/1')),
      message: 'open to ::/1',
    },
    {
      name: 'everyone but one network, in the ranges around it',
      resource: group(ssh('0.0.0.0/2', '64.0.0.0/3', '112.0.0.0/4', '128.0.0.0/1')),
    },
    { name: 'a very wide range', resource: group(ssh('48.0.0.0/4')), message: 'open to 48.0.0.0/4' },
    {
      name: 'a prefix list with everyone in it, which is named once',
      resource: group(byList),
      with: [prefixList([{ Cidr: '0.0.0.0/1' }, { Cidr: '128.0.0.0/1' }])],
      message: `open to 0.0.0.0/1 (${LIST}) and 128.0.0.0/1 (${LIST})`,
      pointers: [`${first}/PrefixListIds/0/PrefixListId`, '/entries/0/Cidr', '/entries/1/Cidr', ...context],
    },
    {
      name: 'an open rule beside a prefix list that could not be read',
      resource: group(ssh('0.0.0.0/0'), byList),
      unlisted: [unlistedPrefixLists],
    },
    {
      name: 'a running instance with a public address has the group',
      resource: group(ssh('0.0.0.0/0')),
      with: [publicInstance],
      severity: 'critical',
      pointers: [`${first}/IpRanges/0/CidrIp`, ...context, '/instance/NetworkInterfaces/0/Association/PublicIp'],
    },
    {
      name: 'IPv6 alone is open, and the public address is IPv4',
      resource: group(ssh('::/0')),
      with: [publicInstance],
      severity: 'high',
    },
    {
      name: 'the instance with the public address is stopped',
      resource: group(ssh('0.0.0.0/0')),
      with: [instance({ PublicIpAddress: '52.18.4.1', State: { Name: 'stopped' } })],
      severity: 'high',
    },
    {
      name: 'instances could not be listed',
      resource: group(ssh('0.0.0.0/0')),
      unlisted: [{ type: 'AWS::EC2::Instance', region: 'eu-west-1' }],
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'the group itself',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
    {
      name: 'a prefix list that decides, where lists could not be read',
      resource: group(byList),
      unlisted: [unlistedPrefixLists],
      missing: ['AWS::EC2::PrefixList in eu-west-1'],
    },
    {
      name: 'a prefix list whose entries were denied',
      resource: group(byList),
      with: [prefixList([], { entries: notCollected('ec2:GetManagedPrefixListEntries') })],
      missing: ['AWS::EC2::PrefixList.entries'],
    },
    { name: 'a prefix list that nobody recorded', resource: group(byList), missing: ['AWS::EC2::PrefixList.entries'] },
    { name: 'a range that is none', resource: group(ssh('10.0.0.0/33')), missing: ['securityGroup'] },
  ],
});

describe('what comes with it', () => {
  const open = group(ssh('198.51.100.0/24', '0.0.0.0/0', '::/0'));

  test('a reason says why it is critical', async () => {
    expect(
      await outcomeOf(securityGroupRestrictsAdminPorts, { name: '', resource: open, with: [publicInstance] }),
    ).toMatchObject({
      severityReason: 'The group guards bastion, which runs with a public address.',
    });
  });
  test('the command removes exactly what is open', async () => {
    expect(await fixFor(securityGroupRestrictsAdminPorts, { name: '', resource: open, with: [publicInstance] })).toBe(
      `aws ec2 revoke-security-group-ingress --region eu-west-1 --group-id sg-0d9f6b3a4c5e7f8a1 --ip-permissions '[{"IpRanges":[{"CidrIp":"0.0.0.0/0"}],"Ipv6Ranges":[{"CidrIpv6":"::/0"}],"IpProtocol":"tcp","FromPort":22,"ToPort":22}]'`,
    );
  });
  test('the command names a prefix list and not its entries', async () => {
    const resource = group(byList);
    expect(
      await fixFor(securityGroupRestrictsAdminPorts, {
        name: '',
        resource,
        with: [prefixList([{ Cidr: '0.0.0.0/0' }])],
      }),
    ).toContain(`'[{"PrefixListIds":[{"PrefixListId":"${LIST}"}],"IpProtocol":"tcp","FromPort":22,"ToPort":22}]'`);
  });
});
