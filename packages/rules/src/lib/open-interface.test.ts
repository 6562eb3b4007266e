import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { CLOSED, openGroup } from './open-interface.ts';
import type { PublicAddress } from './public-address.ts';

const IDS = ['sg-a', 'sg-b', 'sg-c'];

/** A group as the relation keeps it: of one that is closed no ranges. */
function group(id: string, range: string | null) {
  const IpPermissions = range === null ? [] : [{ IpProtocol: '-1', IpRanges: [{ CidrIp: range }] }];
  return {
    type: 'AWS::EC2::SecurityGroup',
    id: `arn:aws:ec2:eu-west-1:111122223333:security-group/${id}`,
    name: id,
    region: 'eu-west-1',
    facets: { securityGroup: { GroupId: id, IpPermissions } },
    summary: range === null ? CLOSED : 0,
  };
}

const addresses: fc.Arbitrary<PublicAddress[]> = fc.array(
  fc.record({
    address: fc.constant('203.0.113.7'),
    family: fc.constantFrom('ipv4', 'ipv6'),
    pointer: fc.constant('/instance/PublicIpAddress'),
    groups: fc.subarray(IDS),
    subnet: fc.constant(undefined),
  }),
  { maxLength: 3 },
);
const ranges = fc.array(fc.constantFrom(null, null, '0.0.0.0/0', 'nowhere'), { minLength: 3, maxLength: 3 });

test('what groups are summed up in says the same as all of them', () =>
  fc.assert(
    fc.property(addresses, addresses, ranges, fc.subarray(IDS), (at, others, open, recorded) => {
      const asked = [...at, ...others];
      const found = recorded.filter((id) => asked.some(({ groups }) => groups.includes(id)));
      const groups = found.map((id) => group(id, open[IDS.indexOf(id)] ?? null));
      const unsummed = groups.map(({ summary: _summary, ...rest }) => rest);
      const { group: told } = openGroup(at, groups, asked) ?? { group: 'unsure' };
      const { group: expected } = openGroup(at, unsummed, asked) ?? { group: 'unsure' };
      expect(idOf(told)).toEqual(idOf(expected));
    }),
    { numRuns: RUNS * 50, seed: SEED },
  ));

function idOf(found: string | { readonly id: string } | null): string | null {
  return typeof found === 'string' ? found : (found?.id ?? null);
}
