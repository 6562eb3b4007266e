import type { IpPermission, SecurityGroup } from '@plumbline/model';
import { CLOSED } from '../../lib/open-interface.ts';
import { areNarrow, openings } from '../../lib/openings.ts';
import { addressesOf, publicAddresses } from '../../lib/public-address.ts';
import { optional, relationToMany, relationToOne } from '../../kernel/relation.ts';

// Made optional here and not in each rule: the engine keeps one index for each relation object.

/** The prefix lists that a group's rules name. A list's ARN has its owner's account, or `aws`, so its id alone finds it. */
export const prefixListsOfGroup = optional(
  relationToMany({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::PrefixList',
    facets: ['entries'],
    keys: (_facets, { id }) => [localId(id)],
    lookup: ({ securityGroup: { IpPermissions = [], IpPermissionsEgress = [] } }) =>
      IpPermissions.some(hasPrefixList) || IpPermissionsEgress.some(hasPrefixList)
        ? [...prefixListsIn(IpPermissions), ...prefixListsIn(IpPermissionsEgress)]
        : [],
  }),
);

function hasPrefixList({ PrefixListIds = [] }: IpPermission): boolean {
  return PrefixListIds.length !== 0;
}

function prefixListsIn(permissions: readonly IpPermission[]): readonly string[] {
  const ids: string[] = [];
  for (const { PrefixListIds = [] } of permissions)
    for (const { PrefixListId } of PrefixListIds) if (PrefixListId !== undefined) ids.push(PrefixListId);
  return ids;
}

/** Instances that run and have a public IPv4 address at an interface with the group, where the group may let in everyone. */
export const publicInstancesOfGroup = optional(
  relationToMany({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::Instance',
    facets: ['instance'],
    keys: ({ instance }) =>
      instance.State?.Name === 'running' || instance.State?.Name === 'pending'
        ? publicAddresses(instance).flatMap(({ family, groups }) => (family === 'ipv4' ? groups : []))
        : [],
    lookup: ({ securityGroup: { GroupId, IpPermissions = [] } }) =>
      GroupId === undefined || areNarrow(IpPermissions) ? [] : [GroupId],
    project: ({ instance }) => ({ instance: addressesOf(instance) }),
  }),
);

/** One of the interfaces, of any kind, that have the group. */
export const interfaceOfGroup = optional(
  relationToOne({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::NetworkInterface',
    facets: ['networkInterface'],
    keys: ({ networkInterface: { Groups = [] } }) => Groups.flatMap(({ GroupId }) => GroupId ?? []),
    lookup: ({ securityGroup: { GroupId } }) => (GroupId === undefined ? [] : [GroupId]),
    project: () => ({}),
  }),
);

/** The groups of the interfaces at which an instance has a public address. */
export const groupsOfPublicInterfaces = optional(
  relationToMany({
    from: 'AWS::EC2::Instance',
    reads: ['instance'],
    to: 'AWS::EC2::SecurityGroup',
    facets: ['securityGroup'],
    keys: ({ securityGroup: { GroupId } }) => (GroupId === undefined ? [] : [GroupId]),
    lookup: ({ instance }) => publicAddresses(instance).flatMap(({ groups }) => groups),
    project: ({ securityGroup }) => ({ securityGroup: whatIsOpen(securityGroup) }),
    summary: ({ securityGroup }) => (isClosed(securityGroup) ? CLOSED : 0),
  }),
);

/** Of a group that lets in nobody but known networks, only that; of any other, the ranges it lets in, in their places. */
function whatIsOpen(group: SecurityGroup): Pick<SecurityGroup, 'GroupId' | 'IpPermissions'> {
  return { GroupId: group.GroupId, IpPermissions: isClosed(group) ? NONE : group.IpPermissions?.map(rangesOf) };
}

function isClosed(group: SecurityGroup): boolean {
  const { open, unread } = openings(group, 'IpPermissions', []);
  return open.length + unread.length === 0;
}

function rangesOf(permission: IpPermission): IpPermission {
  const { IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, PrefixListIds } = permission;
  return {
    IpProtocol,
    FromPort,
    ToPort,
    IpRanges: IpRanges?.map(({ CidrIp }) => ({ CidrIp })),
    Ipv6Ranges: Ipv6Ranges?.map(({ CidrIpv6 }) => ({ CidrIpv6 })),
    PrefixListIds: PrefixListIds?.map(({ PrefixListId }) => ({ PrefixListId })),
  };
}

const NONE: SecurityGroup['IpPermissions'] = [];

/** The tables that may route an instance's IPv6 traffic, where it has such addresses: those of its interfaces' subnets, and the main one of its VPC. */
export const routeTablesOfIpv6 = optional(
  relationToMany({
    from: 'AWS::EC2::Instance',
    reads: ['instance'],
    to: 'AWS::EC2::RouteTable',
    facets: ['routeTable'],
    keys: ({ routeTable: { Associations = [], VpcId } }) =>
      Associations.flatMap(({ Main, SubnetId }) => SubnetId ?? (Main && VpcId ? VpcId : [])),
    lookup: ({ instance }) => {
      const addresses = publicAddresses(instance).filter(({ family }) => family === 'ipv6');
      if (addresses.length === 0) return [];
      return [...addresses.flatMap(({ subnet }) => subnet ?? []), ...(instance.VpcId ? [instance.VpcId] : [])];
    },
    project: ({ routeTable: { Associations, Routes } }) => ({ routeTable: { Associations, Routes } }),
  }),
);

/** The last part of an ARN of EC2: `pl-0e3a9c6b7d8f0a1b4`. */
export function localId(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
