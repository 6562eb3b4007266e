import type { NetworkAcl, PrefixListEntry, RouteTable, SecurityGroup, Subnet, Vpc } from '../../aws/ec2.ts';
import type { Resource } from '../../resource.ts';
import { TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';
import { ec2Arn, ec2Resource, TEST_GROUP_ID, TEST_SUBNET_ID, TEST_VPC_ID } from './ec2.ts';

/** What AWS puts into a new group: all outbound traffic. */
export const ALL_OUTBOUND: NonNullable<SecurityGroup['IpPermissionsEgress']> = [
  { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] },
];

/** A group that lets in HTTPS from the VPC and lets out HTTPS. */
export function securityGroup(
  fields: Partial<SecurityGroup> = {},
  overrides: Overrides<'AWS::EC2::SecurityGroup'> = {},
): Resource<'AWS::EC2::SecurityGroup'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.GroupId ?? TEST_GROUP_ID;
  const id = ec2Arn('security-group', localId, region);
  const described: SecurityGroup = {
    GroupId: localId,
    GroupName: 'app',
    Description: 'Application servers',
    OwnerId: TEST_ACCOUNT,
    VpcId: TEST_VPC_ID,
    SecurityGroupArn: id,
    IpPermissions: [ipPermission('tcp', 443, 443, '10.20.0.0/16')],
    IpPermissionsEgress: [ipPermission('tcp', 443, 443, '0.0.0.0/0')],
    Tags: [],
    ...fields,
  };
  return ec2Resource('AWS::EC2::SecurityGroup', id, { securityGroup: described }, described.Tags, {
    name: described.GroupName ?? localId,
    ...overrides,
  });
}

/** A rule of a group for some ranges of either family. For `-1` leave the ports out. */
export function ipPermission(
  protocol: string,
  from?: number,
  to?: number,
  ...cidrs: readonly string[]
): NonNullable<SecurityGroup['IpPermissions']>[number] {
  return {
    IpProtocol: protocol,
    ...(from === undefined ? {} : { FromPort: from, ToPort: to ?? from }),
    UserIdGroupPairs: [],
    IpRanges: cidrs.filter((cidr) => !cidr.includes(':')).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: cidrs.filter((cidr) => cidr.includes(':')).map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: [],
  };
}

/** A subnet that gives no public addresses. */
export function subnet(
  fields: Partial<Subnet> = {},
  overrides: Overrides<'AWS::EC2::Subnet'> = {},
): Resource<'AWS::EC2::Subnet'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.SubnetId ?? TEST_SUBNET_ID;
  const id = ec2Arn('subnet', localId, region);
  const described: Subnet = {
    SubnetId: localId,
    SubnetArn: id,
    VpcId: TEST_VPC_ID,
    OwnerId: TEST_ACCOUNT,
    AvailabilityZone: `${region}a`,
    CidrBlock: '10.20.1.0/24',
    Ipv6CidrBlockAssociationSet: [],
    AvailableIpAddressCount: 240,
    State: 'available',
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
    AssignIpv6AddressOnCreation: false,
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
    Tags: [],
    ...fields,
  };
  return ec2Resource('AWS::EC2::Subnet', id, { subnet: described }, described.Tags, overrides);
}

/** The main table of the VPC: local traffic only. */
export function routeTable(
  fields: Partial<RouteTable> = {},
  overrides: Overrides<'AWS::EC2::RouteTable'> = {},
): Resource<'AWS::EC2::RouteTable'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.RouteTableId ?? 'rtb-0e7a3c0b1d2f4a5b8';
  const described: RouteTable = {
    RouteTableId: localId,
    VpcId: TEST_VPC_ID,
    OwnerId: TEST_ACCOUNT,
    Associations: [
      {
        Main: true,
        RouteTableAssociationId: 'rtbassoc-0f8b4d1c2e3a5b6c9',
        RouteTableId: localId,
        AssociationState: { State: 'associated' },
      },
    ],
    PropagatingVgws: [],
    Routes: [{ DestinationCidrBlock: '10.20.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' }],
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::RouteTable',
    ec2Arn('route-table', localId, region),
    { routeTable: described },
    described.Tags,
    overrides,
  );
}

/** A VPC that is not the region's default. */
export function vpc(fields: Partial<Vpc> = {}, overrides: Overrides<'AWS::EC2::VPC'> = {}): Resource<'AWS::EC2::VPC'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.VpcId ?? TEST_VPC_ID;
  const described: Vpc = {
    VpcId: localId,
    OwnerId: TEST_ACCOUNT,
    CidrBlock: '10.20.0.0/16',
    CidrBlockAssociationSet: [
      {
        AssociationId: 'vpc-cidr-assoc-0a9c5e2d3f4b6c7d0',
        CidrBlock: '10.20.0.0/16',
        CidrBlockState: { State: 'associated' },
      },
    ],
    DhcpOptionsId: 'dopt-0b0d6f3e4a5c7d8e1',
    InstanceTenancy: 'default',
    IsDefault: false,
    State: 'available',
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
    Tags: [],
    ...fields,
  };
  return ec2Resource('AWS::EC2::VPC', ec2Arn('vpc', localId, region), { vpc: described }, described.Tags, overrides);
}

type AclEntry = NonNullable<NetworkAcl['Entries']>[number];

/** The rule with the asterisk at the end of every network ACL. */
const DENY_THE_REST: Omit<AclEntry, 'Egress'> = {
  CidrBlock: '0.0.0.0/0',
  Protocol: '-1',
  RuleAction: 'deny',
  RuleNumber: 32_767,
};

/** An ACL that lets in HTTPS from everywhere and the VPC's own traffic, and lets out everything. */
export function networkAcl(
  fields: Partial<NetworkAcl> = {},
  overrides: Overrides<'AWS::EC2::NetworkAcl'> = {},
): Resource<'AWS::EC2::NetworkAcl'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.NetworkAclId ?? 'acl-0c1e7a4f5b6d8e9f2';
  const described: NetworkAcl = {
    NetworkAclId: localId,
    VpcId: TEST_VPC_ID,
    OwnerId: TEST_ACCOUNT,
    IsDefault: false,
    Associations: [
      { NetworkAclAssociationId: 'aclassoc-0d2f8b5a6c7e9f0a3', NetworkAclId: localId, SubnetId: TEST_SUBNET_ID },
    ],
    Entries: [
      { CidrBlock: '0.0.0.0/0', Egress: true, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
      { ...DENY_THE_REST, Egress: true },
      aclEntry(100, 'allow', '0.0.0.0/0', 443),
      aclEntry(110, 'allow', '10.20.0.0/16'),
      { ...DENY_THE_REST, Egress: false },
    ],
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::NetworkAcl',
    ec2Arn('network-acl', localId, region),
    { networkAcl: described },
    described.Tags,
    overrides,
  );
}

/** An inbound rule of a network ACL: TCP where ports are given, else all traffic. */
export function aclEntry(
  number: number,
  action: 'allow' | 'deny',
  cidr: string,
  from?: number,
  to: number | undefined = from,
): AclEntry {
  return {
    ...(cidr.includes(':') ? { Ipv6CidrBlock: cidr } : { CidrBlock: cidr }),
    Egress: false,
    ...(from === undefined || to === undefined
      ? { Protocol: '-1' }
      : { PortRange: { From: from, To: to }, Protocol: '6' }),
    RuleAction: action,
    RuleNumber: number,
  };
}

/** A customer's list. AWS's own have `aws` where the ARN has the account: set the `id`. */
export function prefixList(
  entries: readonly PrefixListEntry[] = [{ Cidr: '198.51.100.0/24', Description: 'Head office' }],
  overrides: Overrides<'AWS::EC2::PrefixList'> = {},
): Resource<'AWS::EC2::PrefixList'> {
  const region = overrides.region ?? TEST_REGION;
  return ec2Resource('AWS::EC2::PrefixList', ec2Arn('prefix-list', 'pl-0e3a9c6b7d8f0a1b4', region), { entries }, [], {
    name: 'offices',
    ...overrides,
  });
}
