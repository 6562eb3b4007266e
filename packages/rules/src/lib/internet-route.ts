import type { RouteTable } from '@plumbline/model';
import type { Related } from '../kernel/relation.ts';
import { openToEveryone } from './cidr-set.ts';
import { parseCidr } from './cidr.ts';

export type RouteTables = readonly Related<{ readonly routeTable: Pick<RouteTable, 'Associations' | 'Routes'> }>[];

/**
 * Whether a subnet's IPv6 traffic goes to an internet gateway and comes from there: by its own table, else by the main one of
 * its VPC. `maybe`, where a firewall or an appliance stands in between, or no table was recorded.
 */
export function ipv6ReachesInternet(subnet: string | undefined, tables: RouteTables): 'yes' | 'no' | 'maybe' {
  const own = tables.find(({ facets }) => facets.routeTable.Associations?.some(({ SubnetId }) => SubnetId === subnet));
  const main = tables.find(({ facets }) => facets.routeTable.Associations?.some(({ Main }) => Main === true));
  const table = own ?? main;
  if (!table) return 'maybe';
  const routes = (table.facets.routeTable.Routes ?? []).flatMap((route) => {
    const cidr = parseCidr(route.DestinationIpv6CidrBlock ?? '');
    return cidr && route.State !== 'blackhole' ? [{ cidr, route }] : [];
  });
  const wide = openToEveryone(routes).map(({ route }) => route);
  if (wide.some(({ GatewayId }) => GatewayId?.startsWith('igw-'))) return 'yes';
  return wide.some(({ GatewayId, NetworkInterfaceId }) => GatewayId?.startsWith('vpce-') || NetworkInterfaceId)
    ? 'maybe'
    : 'no';
}
