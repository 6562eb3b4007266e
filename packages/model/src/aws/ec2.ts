import type * as Sdk from '@aws-sdk/client-ec2';
import type { Catalogue } from '../catalogue.ts';
import type { Recorded } from '../recorded.ts';

export type SecurityGroup = Recorded<Sdk.SecurityGroup>;
export type IpPermission = Recorded<Sdk.IpPermission>;
export type Instance = Recorded<Sdk.Instance>;
export type NetworkInterface = Recorded<Sdk.NetworkInterface>;
export type Volume = Recorded<Sdk.Volume>;
export type Snapshot = Recorded<Sdk.Snapshot>;
export type CreateVolumePermission = Recorded<Sdk.CreateVolumePermission>;
export type Subnet = Recorded<Sdk.Subnet>;
export type RouteTable = Recorded<Sdk.RouteTable>;
export type Vpc = Recorded<Sdk.Vpc>;
export type NetworkAcl = Recorded<Sdk.NetworkAcl>;
export type PrefixListEntry = Recorded<Sdk.PrefixListEntry>;

export interface Ec2Types {
  'AWS::EC2::Instance': { instance: Instance };
  'AWS::EC2::SecurityGroup': { securityGroup: SecurityGroup };
  'AWS::EC2::NetworkInterface': { networkInterface: NetworkInterface };
  'AWS::EC2::Volume': { volume: Volume };
  /** Snapshots that the account owns. */
  'AWS::EC2::Snapshot': { snapshot: Snapshot; createVolumePermissions: readonly CreateVolumePermission[] };
  'AWS::EC2::Subnet': { subnet: Subnet };
  'AWS::EC2::RouteTable': { routeTable: RouteTable };
  'AWS::EC2::VPC': { vpc: Vpc };
  'AWS::EC2::NetworkAcl': { networkAcl: NetworkAcl };
  /** A managed prefix list with its entries, the customer's own or one of AWS's that a group names. */
  'AWS::EC2::PrefixList': { entries: readonly PrefixListEntry[] };
}

/** A type whose whole description comes with its listing. */
function described(name: string) {
  const call = `ec2:${name}` as const;
  return { listing: { call, action: call }, facet: { call, action: call, shape: 'object' } } as const;
}

const instances = described('DescribeInstances');
const groups = described('DescribeSecurityGroups');
const interfaces = described('DescribeNetworkInterfaces');
const volumes = described('DescribeVolumes');
const snapshots = described('DescribeSnapshots');
const subnets = described('DescribeSubnets');
const routeTables = described('DescribeRouteTables');
const vpcs = described('DescribeVpcs');
const networkAcls = described('DescribeNetworkAcls');
const prefixLists = described('DescribeManagedPrefixLists');
const regional = { service: 'ec2', scope: 'regional' } as const;

export const EC2_CATALOGUE = {
  'AWS::EC2::Instance': { ...regional, listing: instances.listing, facets: { instance: instances.facet } },
  'AWS::EC2::SecurityGroup': { ...regional, listing: groups.listing, facets: { securityGroup: groups.facet } },
  'AWS::EC2::NetworkInterface': {
    ...regional,
    listing: interfaces.listing,
    facets: { networkInterface: interfaces.facet },
  },
  'AWS::EC2::Volume': { ...regional, listing: volumes.listing, facets: { volume: volumes.facet } },
  'AWS::EC2::Snapshot': {
    ...regional,
    listing: snapshots.listing,
    facets: {
      snapshot: snapshots.facet,
      createVolumePermissions: {
        call: 'ec2:DescribeSnapshotAttribute',
        action: 'ec2:DescribeSnapshotAttribute',
        shape: 'list',
      },
    },
  },
  'AWS::EC2::Subnet': { ...regional, listing: subnets.listing, facets: { subnet: subnets.facet } },
  'AWS::EC2::RouteTable': { ...regional, listing: routeTables.listing, facets: { routeTable: routeTables.facet } },
  'AWS::EC2::VPC': { ...regional, listing: vpcs.listing, facets: { vpc: vpcs.facet } },
  'AWS::EC2::NetworkAcl': { ...regional, listing: networkAcls.listing, facets: { networkAcl: networkAcls.facet } },
  'AWS::EC2::PrefixList': {
    ...regional,
    listing: prefixLists.listing,
    facets: {
      entries: { call: 'ec2:GetManagedPrefixListEntries', action: 'ec2:GetManagedPrefixListEntries', shape: 'list' },
    },
  },
} as const satisfies Catalogue<Ec2Types>;
