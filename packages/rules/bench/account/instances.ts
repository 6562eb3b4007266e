import type { RecordedResource } from '@plumbline/model';
import { ACCOUNT, ec2Arn, iamArn, localId, nameOf, neighbour, regionOf, tagList, tagsOf } from './names.ts';
import { subnetOf, vpcOf } from './network.ts';
import { Random } from './random.ts';
import { INSTANCE_ROLES, roleName } from './roles.ts';

/** @param count how many instances, and how many security groups and roles, there are */
export function instance(index: number, count: number): RecordedResource {
  const random = new Random('instance', index);
  const InstanceId = localId('i', index);
  const name = nameOf('instance', index);
  const tags = tagsOf(name, random);
  const running = random.chance(0.95);
  const address = `10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(4, 250)}`;
  const publicIp = running && random.chance(0.12) ? `198.51.${random.integer(0, 255)}.${random.integer(1, 254)}` : null;
  const groups = Array.from({ length: random.integer(1, 3) }, () => group(neighbour(random, index, count)));
  const role = roleName(INSTANCE_ROLES * random.integer(0, Math.floor((count - 1) / INSTANCE_ROLES)));
  const host = `ip-${address.replaceAll('.', '-')}.${regionOf(index)}.compute.internal`;
  const zone = `${regionOf(index)}${random.pick(['a', 'b', 'c'])}`;
  const net = { subnet: subnetOf(index, count), vpc: vpcOf(index, count) };
  return {
    type: 'AWS::EC2::Instance',
    id: ec2Arn('instance', InstanceId, index),
    name,
    region: regionOf(index),
    tags,
    facets: {
      instance: {
        AmiLaunchIndex: 0,
        Architecture: random.chance(0.7) ? 'x86_64' : 'arm64',
        BlockDeviceMappings: Array.from({ length: random.integer(1, 3) }, (_, at) => volume(random, at)),
        BootMode: 'uefi-preferred',
        CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
        ClientToken: `terraform-${random.hex(26)}`,
        CpuOptions: { CoreCount: 2, ThreadsPerCore: 1 },
        CurrentInstanceBootMode: 'uefi',
        EbsOptimized: random.chance(0.8),
        EnaSupport: true,
        EnclaveOptions: { Enabled: false },
        HibernationOptions: { Configured: false },
        Hypervisor: 'xen',
        ...(random.chance(0.8) && {
          IamInstanceProfile: { Arn: iamArn(`instance-profile/${role}`), Id: `AIPA${random.hex(16).toUpperCase()}` },
        }),
        ImageId: `ami-0${random.hex(16)}`,
        InstanceId,
        InstanceType: random.pick(['t3.medium', 'm6i.large', 'm7g.xlarge', 'c6i.2xlarge', 'r6g.large']),
        ...(random.chance(0.3) && { KeyName: `ops-${regionOf(index)}` }),
        LaunchTime: random.chance(0.85) ? random.recentTime() : random.time(),
        MaintenanceOptions: { AutoRecovery: 'default' },
        MetadataOptions: {
          HttpEndpoint: 'enabled',
          HttpProtocolIpv6: 'disabled',
          HttpPutResponseHopLimit: random.chance(0.9) ? random.pick([1, 2]) : 3,
          HttpTokens: random.chance(0.92) ? 'required' : 'optional',
          InstanceMetadataTags: 'disabled',
          State: 'applied',
        },
        Monitoring: { State: random.chance(0.88) ? 'enabled' : 'disabled' },
        NetworkInterfaces: [networkInterface({ random, address, publicIp, host, groups, ...net })],
        NetworkPerformanceOptions: { BandwidthWeighting: 'default' },
        Placement: { AvailabilityZone: zone, GroupName: '', Tenancy: 'default' },
        PlatformDetails: 'Linux/UNIX',
        PrivateDnsName: host,
        PrivateDnsNameOptions: {
          EnableResourceNameDnsAAAARecord: false,
          EnableResourceNameDnsARecord: false,
          HostnameType: 'ip-name',
        },
        PrivateIpAddress: address,
        ProductCodes: [],
        PublicDnsName: publicIp ? publicName(publicIp, index) : '',
        ...(publicIp && { PublicIpAddress: publicIp }),
        RootDeviceName: '/dev/xvda',
        RootDeviceType: 'ebs',
        SecurityGroups: groups,
        SourceDestCheck: true,
        State: running ? { Code: 16, Name: 'running' } : { Code: 80, Name: 'stopped' },
        StateTransitionReason: running ? '' : 'User initiated (2026-08-02 10:11:12 GMT)',
        SubnetId: net.subnet,
        Tags: tagList(tags),
        UsageOperation: 'RunInstances',
        UsageOperationUpdateTime: random.time(),
        VirtualizationType: 'hvm',
        VpcId: net.vpc,
      },
      userData: random.chance(0.5) ? userData(name, random) : null,
    },
  };
}

interface InterfaceOf {
  readonly random: Random;
  readonly address: string;
  readonly publicIp: string | null;
  readonly host: string;
  readonly groups: readonly object[];
  readonly subnet: string;
  readonly vpc: string;
}

function networkInterface({ random, address, publicIp, host, groups, subnet, vpc }: InterfaceOf) {
  const association = publicIp && {
    Association: { IpOwnerId: 'amazon', PublicDnsName: `ec2-${publicIp}`, PublicIp: publicIp },
  };
  return {
    ...association,
    Attachment: {
      AttachTime: random.time(),
      AttachmentId: `eni-attach-0${random.hex(16)}`,
      DeleteOnTermination: true,
      DeviceIndex: 0,
      NetworkCardIndex: 0,
      Status: 'attached',
    },
    Description: '',
    Groups: groups,
    InterfaceType: 'interface',
    Ipv6Addresses: [],
    MacAddress: `02:${random.hex(2)}:${random.hex(2)}:${random.hex(2)}:${random.hex(2)}:${random.hex(2)}`,
    NetworkInterfaceId: `eni-0${random.hex(16)}`,
    Operator: { Managed: false },
    OwnerId: ACCOUNT,
    PrivateDnsName: host,
    PrivateIpAddress: address,
    PrivateIpAddresses: [{ ...association, Primary: true, PrivateDnsName: host, PrivateIpAddress: address }],
    SourceDestCheck: true,
    Status: 'in-use',
    SubnetId: subnet,
    VpcId: vpc,
  };
}

function group(index: number) {
  return { GroupId: localId('sg', index), GroupName: nameOf('group', index) };
}

function volume(random: Random, at: number) {
  return {
    DeviceName: `/dev/xvd${String.fromCodePoint(97 + at)}`,
    Ebs: {
      AttachTime: random.time(),
      DeleteOnTermination: true,
      Status: 'attached',
      VolumeId: `vol-0${random.hex(16)}`,
    },
  };
}

function publicName(address: string, index: number): string {
  return `ec2-${address.replaceAll('.', '-')}.${regionOf(index)}.compute.amazonaws.com`;
}

function userData(name: string, random: Random) {
  const start = `#!/bin/bash\nset -euo pipefail\nhostnamectl set-hostname ${name}\nexport TOKEN=`;
  const end = `\ncurl -fsS https://packages.acme.example/agent/${random.hex(12)}.sh | bash -s -- --cluster ${random.hex(8)}\n`;
  return random.chance(0.02) ? [start, { redacted: 'aws-access-key', sha256: random.hex(64) }, end] : [start + end];
}
