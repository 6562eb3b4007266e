import type { Instance, NetworkInterface, Snapshot, Volume } from '../../aws/ec2.ts';
import type { FacetsOf, ResourceType } from '../../resource-types.ts';
import type { Resource } from '../../resource.ts';
import { build, TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';

type InstanceInterface = NonNullable<Instance['NetworkInterfaces']>[number];

export const TEST_VPC_ID = 'vpc-0b7d4f1e2a3c5d6e8';
export const TEST_SUBNET_ID = 'subnet-0c8e5a2f3b4d6e7f9';
export const TEST_GROUP_ID = 'sg-0d9f6b3a4c5e7f8a1';

/** An ARN of EC2; `owner` is the account unless the type's ARN has another there. */
export function ec2Arn(kind: string, localId: string, region: string = TEST_REGION, owner: string = TEST_ACCOUNT) {
  return `arn:aws:ec2:${region}:${owner}:${kind}/${localId}`;
}

type Ec2Type = Extract<ResourceType, `AWS::EC2::${string}`>;
type Tags = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;

/** A resource named as a collector names it: by its tag `Name`, else by its id. */
export function ec2Resource<Type extends Ec2Type>(
  type: Type,
  id: string,
  facets: FacetsOf<Type>,
  tagList: Tags,
  overrides: Overrides<Type>,
): Resource<Type> {
  const tags = Object.fromEntries((tagList ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  const name = tags['Name'] ?? id.slice(id.indexOf('/') + 1);
  return build(type, { id, name, region: TEST_REGION }, facets, { tags, ...overrides });
}

/**
 * A running instance as AWS makes it today: no public address, IMDSv2 required. What is set of `PublicIpAddress`, `Ipv6Address`,
 * `SubnetId` or `SecurityGroups` shows in its network interface too.
 */
export function instance(
  fields: Partial<Instance> = {},
  overrides: Overrides<'AWS::EC2::Instance'> = {},
): Resource<'AWS::EC2::Instance'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.InstanceId ?? 'i-0e1a7c4b5d6f8a9b2';
  const described: Instance = {
    InstanceId: localId,
    ImageId: 'ami-0f2b8d5c6e7a9b0c3',
    InstanceType: 't3.medium',
    State: { Code: 16, Name: 'running' },
    LaunchTime: '2026-06-02T07:41:12.000Z',
    Architecture: 'x86_64',
    PlatformDetails: 'Linux/UNIX',
    Placement: { AvailabilityZone: `${region}a`, Tenancy: 'default' },
    Monitoring: { State: 'enabled' },
    PrivateIpAddress: '10.20.1.15',
    PrivateDnsName: `ip-10-20-1-15.${region}.compute.internal`,
    PublicDnsName: '',
    SubnetId: TEST_SUBNET_ID,
    VpcId: TEST_VPC_ID,
    SecurityGroups: [{ GroupId: TEST_GROUP_ID, GroupName: 'app' }],
    IamInstanceProfile: {
      Arn: `arn:aws:iam::${TEST_ACCOUNT}:instance-profile/app`,
      Id: 'AIPA2QWERTYUIOPASDFGH',
    },
    MetadataOptions: {
      State: 'applied',
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 2,
      HttpEndpoint: 'enabled',
      HttpProtocolIpv6: 'disabled',
      InstanceMetadataTags: 'disabled',
    },
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    EbsOptimized: true,
    VirtualizationType: 'hvm',
    StateTransitionReason: '',
    SourceDestCheck: true,
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::Instance',
    ec2Arn('instance', localId, region),
    { instance: { NetworkInterfaces: [instanceInterface(described)], ...described }, userData: null },
    described.Tags,
    overrides,
  );
}

/** An instance's interface as `DescribeInstances` shows it. */
export function instanceInterface(
  { PublicIpAddress, Ipv6Address, PrivateIpAddress = '10.20.1.15', SubnetId, VpcId, SecurityGroups = [] }: Instance,
  fields: Partial<InstanceInterface> = {},
): InstanceInterface {
  const Association =
    PublicIpAddress === undefined ? {} : { Association: { IpOwnerId: 'amazon', PublicIp: PublicIpAddress } };
  return {
    NetworkInterfaceId: 'eni-0a3c9e6d7f8b0c1d4',
    Attachment: { AttachmentId: 'eni-attach-0b4d0f7e8a9c1d2e5', DeviceIndex: 0, Status: 'attached' },
    Description: '',
    Groups: SecurityGroups,
    InterfaceType: 'interface',
    ...Association,
    Ipv6Addresses: Ipv6Address === undefined ? [] : [{ Ipv6Address, IsPrimaryIpv6: false }],
    OwnerId: TEST_ACCOUNT,
    PrivateIpAddress,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress, ...Association }],
    SourceDestCheck: true,
    Status: 'in-use',
    SubnetId,
    VpcId,
    ...fields,
  };
}

/** The interface of an instance, without a public address. */
export function networkInterface(
  fields: Partial<NetworkInterface> = {},
  overrides: Overrides<'AWS::EC2::NetworkInterface'> = {},
): Resource<'AWS::EC2::NetworkInterface'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.NetworkInterfaceId ?? 'eni-0a3c9e6d7f8b0c1d4';
  const described: NetworkInterface = {
    NetworkInterfaceId: localId,
    Attachment: {
      AttachmentId: 'eni-attach-0b4d0f7e8a9c1d2e5',
      DeviceIndex: 0,
      InstanceId: 'i-0e1a7c4b5d6f8a9b2',
      InstanceOwnerId: TEST_ACCOUNT,
      Status: 'attached',
    },
    AvailabilityZone: `${region}a`,
    Description: '',
    Groups: [{ GroupId: TEST_GROUP_ID, GroupName: 'app' }],
    InterfaceType: 'interface',
    Ipv6Addresses: [],
    OwnerId: TEST_ACCOUNT,
    PrivateIpAddress: '10.20.1.15',
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.20.1.15' }],
    RequesterManaged: false,
    SourceDestCheck: true,
    Status: 'in-use',
    SubnetId: TEST_SUBNET_ID,
    TagSet: [],
    VpcId: TEST_VPC_ID,
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::NetworkInterface',
    ec2Arn('network-interface', localId, region),
    { networkInterface: described },
    described.TagSet,
    overrides,
  );
}

/** An encrypted root volume. */
export function volume(
  fields: Partial<Volume> = {},
  overrides: Overrides<'AWS::EC2::Volume'> = {},
): Resource<'AWS::EC2::Volume'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.VolumeId ?? 'vol-0c5e1a8f9b0d2e3f6';
  const described: Volume = {
    VolumeId: localId,
    VolumeType: 'gp3',
    Size: 50,
    Iops: 3000,
    Throughput: 125,
    State: 'in-use',
    AvailabilityZone: `${region}a`,
    CreateTime: '2026-06-02T07:41:13.000Z',
    SnapshotId: 'snap-0d6f2b9a0c1e3f4a7',
    Encrypted: true,
    KmsKeyId: `arn:aws:kms:${region}:${TEST_ACCOUNT}:key/7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f`,
    MultiAttachEnabled: false,
    Attachments: [
      {
        VolumeId: localId,
        InstanceId: 'i-0e1a7c4b5d6f8a9b2',
        Device: '/dev/xvda',
        State: 'attached',
        AttachTime: '2026-06-02T07:41:13.000Z',
        DeleteOnTermination: true,
      },
    ],
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::Volume',
    ec2Arn('volume', localId, region),
    { volume: described },
    described.Tags,
    overrides,
  );
}

/** A completed, encrypted snapshot that is shared with nobody. A snapshot's ARN has no account. */
export function snapshot(
  fields: Partial<Snapshot> = {},
  overrides: Overrides<'AWS::EC2::Snapshot'> = {},
): Resource<'AWS::EC2::Snapshot'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.SnapshotId ?? 'snap-0d6f2b9a0c1e3f4a7';
  const described: Snapshot = {
    SnapshotId: localId,
    VolumeId: 'vol-0c5e1a8f9b0d2e3f6',
    VolumeSize: 50,
    State: 'completed',
    Progress: '100%',
    StartTime: '2026-11-19T02:00:04.512Z',
    CompletionTime: '2026-11-19T02:06:41.000Z',
    Description: 'Nightly backup',
    OwnerId: TEST_ACCOUNT,
    Encrypted: true,
    KmsKeyId: `arn:aws:kms:${region}:${TEST_ACCOUNT}:key/7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f`,
    StorageTier: 'standard',
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::Snapshot',
    ec2Arn('snapshot', localId, region, ''),
    { snapshot: described, createVolumePermissions: [] },
    described.Tags,
    overrides,
  );
}
