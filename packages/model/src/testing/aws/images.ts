import type { Image, KeyPair, LaunchTemplate, LaunchTemplateVersion } from '../../aws/ec2.ts';
import type { Resource } from '../../resource.ts';
import { TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';
import { ec2Arn, ec2Resource, TEST_GROUP_ID } from './ec2.ts';

/** An image of the account's own, encrypted and shared with nobody. An image's ARN has no account. */
export function image(
  fields: Partial<Image> = {},
  overrides: Overrides<'AWS::EC2::Image'> = {},
): Resource<'AWS::EC2::Image'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.ImageId ?? 'ami-0f2b8d5c6e7a9b0c3';
  const described: Image = {
    ImageId: localId,
    Name: 'app-2026-06',
    OwnerId: TEST_ACCOUNT,
    State: 'available',
    Public: false,
    CreationDate: '2026-06-01T05:10:00.000Z',
    Architecture: 'x86_64',
    ImageType: 'machine',
    ImdsSupport: 'v2.0',
    VirtualizationType: 'hvm',
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-0d6f2b9a0c1e3f4a7', VolumeSize: 50, Encrypted: true } },
    ],
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::Image',
    ec2Arn('image', localId, region, ''),
    { image: described, launchPermissions: [] },
    described.Tags,
    { ...(described.Name === undefined ? {} : { name: described.Name }), ...overrides },
  );
}

/** A key pair made at the beginning of the year of the test snapshots. */
export function keyPair(
  fields: Partial<KeyPair> = {},
  overrides: Overrides<'AWS::EC2::KeyPair'> = {},
): Resource<'AWS::EC2::KeyPair'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.KeyPairId ?? 'key-0c1d2e3f4a5b6c7d8';
  const described: KeyPair = {
    KeyPairId: localId,
    KeyName: 'operations',
    KeyType: 'ed25519',
    KeyFingerprint: 'dNkfdkfjdkfjdkfjdkfjdkfjdkfjdkfjdkfjdkfjdkf=',
    CreateTime: '2026-01-12T10:00:00.000Z',
    Tags: [],
    ...fields,
  };
  const name = described.KeyName ?? localId;
  return ec2Resource('AWS::EC2::KeyPair', ec2Arn('key-pair', localId, region), { keyPair: described }, described.Tags, {
    name,
    ...overrides,
  });
}

/** A template for servers without a public address, with IMDSv2 and an encrypted disk; `data` is what is to differ in it. */
export function launchTemplate(
  data: NonNullable<LaunchTemplateVersion['LaunchTemplateData']> = {},
  fields: Partial<LaunchTemplate> = {},
  overrides: Overrides<'AWS::EC2::LaunchTemplate'> = {},
): Resource<'AWS::EC2::LaunchTemplate'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.LaunchTemplateId ?? 'lt-0d3e4f5a6b7c8d9e0';
  const name = fields.LaunchTemplateName ?? 'app';
  const described: LaunchTemplate = {
    LaunchTemplateId: localId,
    LaunchTemplateName: name,
    CreateTime: '2026-06-01T06:00:00.000Z',
    CreatedBy: `arn:aws:iam::${TEST_ACCOUNT}:role/deploy`,
    DefaultVersionNumber: 3,
    LatestVersionNumber: 3,
    Tags: [],
    ...fields,
  };
  const defaultVersion: LaunchTemplateVersion = {
    LaunchTemplateId: localId,
    LaunchTemplateName: name,
    VersionNumber: 3,
    DefaultVersion: true,
    LaunchTemplateData: {
      ImageId: 'ami-0f2b8d5c6e7a9b0c3',
      InstanceType: 't3.medium',
      MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 2 },
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 50, VolumeType: 'gp3', Encrypted: true } }],
      NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false, Groups: [TEST_GROUP_ID] }],
      ...data,
    },
  };
  return ec2Resource(
    'AWS::EC2::LaunchTemplate',
    ec2Arn('launch-template', localId, region),
    { launchTemplate: described, defaultVersion, userData: null },
    described.Tags,
    { name, ...overrides },
  );
}
