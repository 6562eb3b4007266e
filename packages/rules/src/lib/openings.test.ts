import type { IpPermission } from '@plumbline/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { openToEveryone } from './cidr-set.ts';
import { parseCidr } from './cidr.ts';
import { openings } from './openings.ts';
import { holdsPort } from './ports.ts';

const port = fc.constantFrom(1, 22, 443, 3306, 65_535);
const range = fc.constantFrom(
  '0.0.0.0/0',
  '::/0',
  '8.0.0.0/8',
  '9.0.0.0/8',
  '203.0.113.0/24',
  '10.0.0.0/7',
  '2001:db8::/31',
);

const permission: fc.Arbitrary<IpPermission> = fc
  .record({ ends: fc.tuple(port, port), ranges: fc.array(range) })
  .map(({ ends, ranges }) => ({
    IpProtocol: 'tcp',
    FromPort: Math.min(...ends),
    ToPort: Math.max(...ends),
    IpRanges: ranges.filter((each) => !each.includes(':')).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: ranges.filter((each) => each.includes(':')).map((CidrIpv6) => ({ CidrIpv6 })),
  }));

/** The ranges that let in everyone to a port, of all that are for it. */
function openAt(permissions: readonly IpPermission[], wanted: number): readonly string[] {
  const sources = permissions
    .filter(({ FromPort = 0, ToPort = 0 }) => FromPort <= wanted && wanted <= ToPort)
    .flatMap(({ IpRanges = [], Ipv6Ranges = [] }) => [
      ...IpRanges.map(({ CidrIp = '' }) => CidrIp),
      ...Ipv6Ranges.map(({ CidrIpv6 = '' }) => CidrIpv6),
    ])
    .flatMap((text) => {
      const cidr = parseCidr(text);
      return cidr ? [{ text, cidr }] : [];
    });
  return openToEveryone(sources).map(({ text }) => text);
}

test('what is open at a port is what all the ranges for it open together', () =>
  fc.assert(
    fc.property(fc.array(permission, { maxLength: 4 }), port, (IpPermissions, wanted) => {
      const { open } = openings({ IpPermissions }, 'IpPermissions', []);
      const found = open.filter(({ transport, ports }) => transport === 'tcp' && holdsPort(ports, wanted));
      expect(found.flatMap(({ sources }) => sources.map(({ text }) => text))).toEqual(openAt(IpPermissions, wanted));
    }),
    { numRuns: RUNS * 50, seed: SEED },
  ));
