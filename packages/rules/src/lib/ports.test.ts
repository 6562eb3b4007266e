import { describe, expect, test } from 'vitest';
import { EVERY_PORT, holdsPort, portName, portsOfEntry, portsOfPermission } from './ports.ts';

describe("a rule of a group is for TCP's ports", () => {
  test.each([
    { name: 'one port', rule: { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }, ports: { from: 22, to: 22 } },
    { name: 'a range', rule: { IpProtocol: 'tcp', FromPort: 20, ToPort: 25 }, ports: { from: 20, to: 25 } },
    {
      name: 'the protocol as its number',
      rule: { IpProtocol: '6', FromPort: 22, ToPort: 22 },
      ports: { from: 22, to: 22 },
    },
    { name: 'all traffic', rule: { IpProtocol: '-1' }, ports: EVERY_PORT },
    {
      name: 'all traffic with a range that AWS ignores',
      rule: { IpProtocol: '-1', FromPort: 80, ToPort: 80 },
      ports: EVERY_PORT,
    },
    { name: 'TCP without a range', rule: { IpProtocol: 'tcp' }, ports: EVERY_PORT },
    { name: 'TCP from -1', rule: { IpProtocol: 'tcp', FromPort: -1, ToPort: -1 }, ports: EVERY_PORT },
    { name: 'UDP', rule: { IpProtocol: 'udp', FromPort: 22, ToPort: 22 }, ports: null },
    { name: 'ICMP, whose types are no ports', rule: { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 }, ports: null },
    { name: 'ICMPv6', rule: { IpProtocol: 'icmpv6' }, ports: null },
    { name: 'ESP', rule: { IpProtocol: '50' }, ports: null },
    { name: 'no protocol', rule: {}, ports: null },
    { name: 'a name of every object', rule: { IpProtocol: 'constructor' }, ports: null },
  ])('$name', ({ rule, ports }) => {
    expect(portsOfPermission(rule, 'tcp')).toEqual(ports);
  });
});

test('a rule of a network ACL has its protocol as a number', () => {
  expect(portsOfEntry({ Protocol: '6', PortRange: { From: 22, To: 23 } }, 'tcp')).toEqual({ from: 22, to: 23 });
  expect(portsOfEntry({ Protocol: '17', PortRange: { From: 22, To: 23 } }, 'tcp')).toBeNull();
  expect(portsOfEntry({ Protocol: '17', PortRange: { From: 53, To: 53 } }, 'udp')).toEqual({ from: 53, to: 53 });
  expect(portsOfEntry({ Protocol: '1', IcmpTypeCode: { Type: -1, Code: -1 } }, 'tcp')).toBeNull();
  expect(portsOfEntry({ Protocol: '-1' }, 'udp')).toEqual(EVERY_PORT);
});

test('both ends belong to a range', () => {
  expect([21, 22, 25, 26].map((port) => holdsPort({ from: 22, to: 25 }, port))).toEqual([false, true, true, false]);
});

test('a port is named where it is known', () => {
  expect([portName(22), portName(8443)]).toEqual(['22 (SSH)', '8443']);
});
