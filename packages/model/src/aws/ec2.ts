import type * as Sdk from '@aws-sdk/client-ec2';
import type { Catalogue } from '../catalogue.ts';
import type { PolicyDocument } from '../policy-document.ts';
import type { Recorded, With } from '../recorded.ts';

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

export type Image = Recorded<Sdk.Image>;
export type LaunchPermission = Recorded<Sdk.LaunchPermission>;
export type KeyPair = Recorded<Sdk.KeyPairInfo>;
export type LaunchTemplate = Recorded<Sdk.LaunchTemplate>;
export type LaunchTemplateVersion = With<
  Recorded<Sdk.LaunchTemplateVersion>,
  { readonly LaunchTemplateData?: Omit<Recorded<Sdk.ResponseLaunchTemplateData>, 'UserData'> }
>;
export type VpcEndpoint = With<Recorded<Sdk.VpcEndpoint>, { readonly PolicyDocument?: PolicyDocument }>;
export type FlowLog = Recorded<Sdk.FlowLog>;
export type TransitGateway = Recorded<Sdk.TransitGateway>;
export type Address = Recorded<Sdk.Address>;
export type InternetGateway = Recorded<Sdk.InternetGateway>;
export type InstanceMetadataDefaults = Recorded<Sdk.InstanceMetadataDefaultsResponse>;
export type VpcBlockPublicAccess = Recorded<Sdk.VpcBlockPublicAccessOptions>;

/** What stands in the place of a secret. */
export interface Redacted {
  /** What kind of secret it looked like, for example `aws-access-key`. */
  readonly redacted: string;
  readonly sha256: string;
}

/** User data as text, decoded; each secret in it is cut out and stands as `Redacted` between what came before and after it. */
export type UserData = readonly (string | Redacted)[];

export interface Ec2Types {
  /** `userData` is `null` where the instance has none. */
  'AWS::EC2::Instance': { instance: Instance; userData: UserData | null };
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
  /** Images (AMIs) that the account owns. */
  'AWS::EC2::Image': { image: Image; launchPermissions: readonly LaunchPermission[] };
  'AWS::EC2::KeyPair': { keyPair: KeyPair };
  'AWS::EC2::LaunchTemplate': {
    launchTemplate: LaunchTemplate;
    /** The version that is launched unless another is asked for. */
    defaultVersion: LaunchTemplateVersion;
    userData: UserData | null;
  };
  'AWS::EC2::VPCEndpoint': { vpcEndpoint: VpcEndpoint };
  'AWS::EC2::FlowLog': { flowLog: FlowLog };
  'AWS::EC2::TransitGateway': { transitGateway: TransitGateway };
  /** An Elastic IP address. */
  'AWS::EC2::EIP': { address: Address };
  'AWS::EC2::InternetGateway': { internetGateway: InternetGateway };
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
const images = described('DescribeImages');
const keyPairs = described('DescribeKeyPairs');
const launchTemplates = described('DescribeLaunchTemplates');
const vpcEndpoints = described('DescribeVpcEndpoints');
const flowLogs = described('DescribeFlowLogs');
const transitGateways = described('DescribeTransitGateways');
const addresses = described('DescribeAddresses');
const internetGateways = described('DescribeInternetGateways');
const templateVersions = described('DescribeLaunchTemplateVersions').facet;
const regional = { service: 'ec2', scope: 'regional' } as const;

export const EC2_CATALOGUE = {
  'AWS::EC2::Instance': {
    ...regional,
    listing: instances.listing,
    facets: {
      instance: instances.facet,
      userData: { call: 'ec2:DescribeInstanceAttribute', action: 'ec2:DescribeInstanceAttribute', shape: 'list' },
    },
  },
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
  'AWS::EC2::Image': {
    ...regional,
    listing: images.listing,
    facets: {
      image: images.facet,
      launchPermissions: { call: 'ec2:DescribeImageAttribute', action: 'ec2:DescribeImageAttribute', shape: 'list' },
    },
  },
  'AWS::EC2::KeyPair': { ...regional, listing: keyPairs.listing, facets: { keyPair: keyPairs.facet } },
  'AWS::EC2::LaunchTemplate': {
    ...regional,
    listing: launchTemplates.listing,
    facets: {
      launchTemplate: launchTemplates.facet,
      defaultVersion: templateVersions,
      userData: { ...templateVersions, shape: 'list' },
    },
  },
  'AWS::EC2::VPCEndpoint': { ...regional, listing: vpcEndpoints.listing, facets: { vpcEndpoint: vpcEndpoints.facet } },
  'AWS::EC2::FlowLog': { ...regional, listing: flowLogs.listing, facets: { flowLog: flowLogs.facet } },
  'AWS::EC2::TransitGateway': {
    ...regional,
    listing: transitGateways.listing,
    facets: { transitGateway: transitGateways.facet },
  },
  'AWS::EC2::EIP': { ...regional, listing: addresses.listing, facets: { address: addresses.facet } },
  'AWS::EC2::InternetGateway': {
    ...regional,
    listing: internetGateways.listing,
    facets: { internetGateway: internetGateways.facet },
  },
} as const satisfies Catalogue<Ec2Types>;
