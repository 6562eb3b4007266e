import { isCollected, type RouteTable } from '@plumbline/model';
import { routeTable, TEST_SUBNET_ID } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { ipv6ReachesInternet } from './internet-route.ts';

const MAIN = [{ Main: true }];
const OWN = [{ Main: false, SubnetId: TEST_SUBNET_ID }];

function table(Associations: RouteTable['Associations'], ...Routes: NonNullable<RouteTable['Routes']>) {
  const resource = routeTable({ Associations, Routes });
  const described = resource.facets.routeTable;
  if (!described || !isCollected(described)) throw new Error('the builder describes it');
  return { ...resource, facets: { routeTable: described } };
}

const everywhere = (target: object, destination = '::/0') => ({
  DestinationIpv6CidrBlock: destination,
  State: 'active' as const,
  ...target,
});
const igw = everywhere({ GatewayId: 'igw-0a1b2c3d4e5f60718' });

test.each([
  { name: "the subnet's own table leads to an internet gateway", tables: [table(OWN, igw)], reaches: 'yes' },
  { name: 'the main table counts where the subnet has none', tables: [table(MAIN, igw)], reaches: 'yes' },
  { name: "the subnet's own table hides the main one", tables: [table(MAIN, igw), table(OWN)], reaches: 'no' },
  {
    name: 'the two halves lead there',
    tables: [
      table(OWN, { ...igw, DestinationIpv6CidrBlock: '::/1' }, { ...igw, DestinationIpv6CidrBlock: '8000::/1' }),
    ],
    reaches: 'yes',
  },
  {
    name: 'an egress-only gateway lets nobody in',
    tables: [table(OWN, everywhere({ EgressOnlyInternetGatewayId: 'eigw-1' }))],
    reaches: 'no',
  },
  { name: 'a gateway that is gone', tables: [table(OWN, { ...igw, State: 'blackhole' })], reaches: 'no' },
  {
    name: 'a route to one partner',
    tables: [table(OWN, { ...igw, DestinationIpv6CidrBlock: '2001:db8::/48' })],
    reaches: 'no',
  },
  {
    name: 'a route for IPv4',
    tables: [table(OWN, { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' })],
    reaches: 'no',
  },
  { name: 'a firewall endpoint', tables: [table(OWN, everywhere({ GatewayId: 'vpce-1' }))], reaches: 'maybe' },
  { name: 'an appliance', tables: [table(OWN, everywhere({ NetworkInterfaceId: 'eni-1' }))], reaches: 'maybe' },
  { name: 'no table at all', tables: [], reaches: 'maybe' },
])('$name: $reaches', ({ tables, reaches }) => {
  expect(ipv6ReachesInternet(TEST_SUBNET_ID, tables)).toBe(reaches);
});
