import type { NetworkAcl } from '@plumbline/model';
import { aclEntry, networkAcl, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { networkAclRestrictsAdminPorts } from './network-acl-restricts-admin-ports.ts';

const acl = (...Entries: NonNullable<NetworkAcl['Entries']>) => networkAcl({ Entries });
const allowAll = aclEntry(100, 'allow', '0.0.0.0/0');
const denySsh = aclEntry(90, 'deny', '0.0.0.0/0', 22);
const denyRdp = aclEntry(91, 'deny', '0.0.0.0/0', 3389);
const udp = { Protocol: '17' };

testRule(networkAclRestrictsAdminPorts, {
  pass: [
    { name: 'HTTPS for everyone, the rest for the VPC', resource: networkAcl() },
    { name: 'no rules of its own', resource: acl() },
    {
      name: 'everything is allowed after both ports were denied',
      resource: acl(allowAll, denySsh, { ...denySsh, ...udp, RuleNumber: 92 }, denyRdp, {
        ...denyRdp,
        ...udp,
        RuleNumber: 93,
      }),
    },
    { name: 'SSH from an office', resource: acl(aclEntry(100, 'allow', '198.51.100.0/24', 22)) },
    { name: 'everything goes out', resource: acl({ ...allowAll, Egress: true }) },
    { name: 'everything is denied first', resource: acl(aclEntry(1, 'deny', '0.0.0.0/0'), allowAll) },
    {
      name: 'what is left after denials is a /8',
      resource: acl(aclEntry(1, 'deny', '53.0.0.0/8'), aclEntry(2, 'allow', '52.0.0.0/7', 22)),
    },
    { name: 'ICMP for everyone', resource: acl({ ...allowAll, Protocol: '1', IcmpTypeCode: { Type: -1, Code: -1 } }) },
    { name: 'ports for answers', resource: acl(aclEntry(100, 'allow', '0.0.0.0/0', 32_768, 60_999)) },
  ],
  fail: [
    {
      name: 'as AWS creates the default one',
      resource: networkAcl({
        IsDefault: true,
        Entries: [{ ...allowAll, Egress: true }, allowAll, aclEntry(32_767, 'deny', '0.0.0.0/0')],
      }),
      message: 'Ports 22 (SSH) and 3389 (RDP) are open by rule 100 (0.0.0.0/0).',
      severity: 'medium',
      pointers: ['/networkAcl/Entries/1/CidrBlock', '/networkAcl/Entries/1/RuleNumber'],
    },
    {
      name: 'the denial comes too late',
      resource: acl(aclEntry(110, 'deny', '0.0.0.0/0', 22), aclEntry(100, 'allow', '0.0.0.0/0', 22)),
      message: 'Port 22 (SSH) is open by rule 100 (0.0.0.0/0).',
      pointers: ['/networkAcl/Entries/1/CidrBlock', '/networkAcl/Entries/1/RuleNumber'],
    },
    {
      name: 'SSH is denied over TCP and RDP is not',
      resource: acl(denySsh, { ...denySsh, ...udp, RuleNumber: 92 }, allowAll),
      message: /^Port 3389 \(RDP\) is open/,
    },
    {
      name: 'one office is denied, everyone else is not',
      resource: acl(aclEntry(1, 'deny', '198.51.100.0/24'), aclEntry(2, 'allow', '0.0.0.0/0', 22)),
      message: 'rule 2 (0.0.0.0/0)',
    },
    {
      name: 'IPv4 is denied and IPv6 is not',
      resource: acl(aclEntry(1, 'deny', '0.0.0.0/0'), aclEntry(101, 'allow', '::/0')),
      message: 'rule 101 (::/0)',
      pointers: ['/networkAcl/Entries/1/Ipv6CidrBlock', '/networkAcl/Entries/1/RuleNumber'],
    },
    {
      name: 'two halves of IPv6',
      resource: acl(aclEntry(1, 'allow', '::/1', 22), aclEntry(2, 'allow', '8000::/1', 22)),
      message: 'rule 1 (::/1)',
    },
    {
      name: 'denied where two rules with lower numbers allow a half each',
      resource: acl(
        aclEntry(1, 'allow', '0.0.0.0/1'),
        aclEntry(2, 'allow', '128.0.0.0/1'),
        aclEntry(3, 'deny', '0.0.0.0/0', 22),
      ),
      message: 'Ports 22 (SSH) and 3389 (RDP) are open by rules 1 (0.0.0.0/1) and 2 (128.0.0.0/1).',
    },
    {
      name: 'two halves of the world',
      resource: acl(aclEntry(1, 'allow', '0.0.0.0/1', 22), aclEntry(2, 'allow', '128.0.0.0/1', 22)),
      message: 'rules 1 (0.0.0.0/1) and 2 (128.0.0.0/1)',
    },
    { name: 'UDP alone', resource: acl({ ...aclEntry(1, 'allow', '0.0.0.0/0', 3389), ...udp }) },
    { name: 'no subnet has it', resource: networkAcl({ Entries: [allowAll], Associations: [] }), severity: 'low' },
    {
      name: 'a port that the user counts',
      resource: acl(aclEntry(1, 'allow', '0.0.0.0/0', 2222)),
      parameters: { adminPorts: [2222] },
      message: 'Port 2222 is open',
    },
  ],
  unknown: [
    {
      name: 'the ACL',
      resource: networkAcl({}, { networkAcl: notCollected('ec2:DescribeNetworkAcls') }),
      missing: ['networkAcl'],
    },
    { name: 'a range that is none', resource: acl(aclEntry(1, 'allow', '0.0.0.0/x', 22)), missing: ['networkAcl'] },
  ],
  notApplicable: [
    {
      name: 'the ACL of a subnet that another account shares',
      resource: networkAcl({ OwnerId: '444455556666', Entries: [allowAll] }),
      because: '444455556666',
    },
  ],
});

function deny(number: number, protocol: string, port: number, everyone: string): string {
  return `aws ec2 create-network-acl-entry --region eu-west-1 --network-acl-id acl-0c1e7a4f5b6d8e9f2 --ingress --rule-number ${number} --protocol ${protocol} --port-range From=${port},To=${port} ${everyone} --rule-action deny`;
}

test('the command denies before the first rule that allows, in the families that are open', async () => {
  const resource = acl(allowAll, aclEntry(101, 'allow', '::/0'));
  expect((await fixFor(networkAclRestrictsAdminPorts, { name: '', resource })).split('\n')).toEqual([
    deny(92, 'tcp', 22, '--cidr-block 0.0.0.0/0'),
    deny(93, 'udp', 22, '--cidr-block 0.0.0.0/0'),
    deny(94, 'tcp', 3389, '--cidr-block 0.0.0.0/0'),
    deny(95, 'udp', 3389, '--cidr-block 0.0.0.0/0'),
    deny(96, 'tcp', 22, '--ipv6-cidr-block ::/0'),
    deny(97, 'udp', 22, '--ipv6-cidr-block ::/0'),
    deny(98, 'tcp', 3389, '--ipv6-cidr-block ::/0'),
    deny(99, 'udp', 3389, '--ipv6-cidr-block ::/0'),
  ]);
});
