import type { RecordedResource } from '@plumbline/model';
import { ACCOUNT, iamArn, nameOf, regionOf, REGIONS, tagsOf, type Facets } from './names.ts';
import { Random } from './random.ts';

const OWNER = '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a';
const BLOCKED = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

/** The first of each region takes the logs of the others. */
function bucketName(index: number): string {
  return `acme-${nameOf('bucket', index)}`;
}

export function bucket(index: number): RecordedResource {
  const random = new Random('bucket', index);
  const name = bucketName(index);
  const region = regionOf(index);
  const policy = random.chance(0.95) ? policyOf(name, random) : null;
  const facets: Facets = {
    acl: acl(random),
    encryption: encryption(region, random),
    lifecycle: random.chance(0.9)
      ? { Rules: Array.from({ length: random.integer(1, 3) }, () => lifecycle(random)) }
      : null,
    logging: random.chance(0.88)
      ? { TargetBucket: bucketName(index % REGIONS.length), TargetPrefix: `${name}/` }
      : null,
    notifications: random.chance(0.85) ? notifications(region, random) : {},
    objectLock: null,
    ownershipControls: { Rules: [{ ObjectOwnership: random.chance(0.93) ? 'BucketOwnerEnforced' : 'ObjectWriter' }] },
    policy,
    policyStatus: policy && { IsPublic: false },
    publicAccessBlock: random.chance(0.93)
      ? BLOCKED
      : random.chance(0.5)
        ? { ...BLOCKED, BlockPublicPolicy: false }
        : null,
    replication: random.chance(0.1) ? replication(name, random) : null,
    versioning: random.chance(0.9) ? { Status: 'Enabled' } : {},
  };
  return { type: 'AWS::S3::Bucket', id: `arn:aws:s3:::${name}`, name, region, tags: tagsOf(name, random), facets };
}

function policyOf(name: string, random: Random) {
  const resource = [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`];
  const statements: object[] = [];
  if (random.chance(0.93))
    statements.push({
      Sid: 'DenyPlainHttp',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: resource,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  if (random.chance(0.7))
    statements.push({
      Sid: 'AllowReaders',
      Effect: 'Allow',
      Principal: { AWS: Array.from({ length: random.integer(1, 4) }, () => iamArn(`role/reader-${random.hex(8)}`)) },
      Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
      Resource: resource,
    });
  if (random.chance(0.1))
    statements.push({
      Sid: 'AllowPartner',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${random.integer(200_000_000_000, 999_999_999_999)}:root` },
      Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
      Resource: `arn:aws:s3:::${name}/incoming/*`,
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    });
  if (random.chance(0.3))
    statements.push({
      Sid: 'AllowDelivery',
      Effect: 'Allow',
      Principal: { Service: random.pick(['cloudtrail.amazonaws.com', 'delivery.logs.amazonaws.com']) },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${name}/AWSLogs/${ACCOUNT}/*`,
      ...(random.chance(0.9) && { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } }),
    });
  if (random.chance(0.02))
    statements.push({
      Sid: 'PublicRead',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${name}/*`,
      ...(random.chance(0.5) && {
        Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } },
      }),
    });
  return statements.length > 0 ? { Version: '2012-10-17', Statement: statements } : null;
}

function readBy(group: string) {
  return { Grantee: { Type: 'Group', URI: `http://acs.amazonaws.com/groups/${group}` }, Permission: 'READ' };
}

function acl(random: Random) {
  const own = { Grantee: { ID: OWNER, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' };
  const others = random.chance(0.03)
    ? [readBy('global/AllUsers')]
    : random.chance(0.05)
      ? [readBy('s3/LogDelivery')]
      : [];
  return { Owner: { ID: OWNER }, Grants: [own, ...others] };
}

function encryption(region: string, random: Random) {
  const key = `arn:aws:kms:${region}:${ACCOUNT}:key/${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`;
  const byDefault = random.chance(0.85) ? { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } : { SSEAlgorithm: 'AES256' };
  return { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: random.chance(0.5) }] };
}

function lifecycle(random: Random) {
  return {
    ID: `rule-${random.hex(8)}`,
    Status: random.chance(0.95) ? 'Enabled' : 'Disabled',
    Filter: { Prefix: random.pick(['', 'tmp/', 'logs/', 'archive/']) },
    ...(random.chance(0.6) && { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
    ...(random.chance(0.5) && { NoncurrentVersionExpiration: { NoncurrentDays: random.integer(30, 365) } }),
    ...(random.chance(0.5) && {
      Transitions: [
        { Days: 90, StorageClass: 'STANDARD_IA' },
        { Days: 365, StorageClass: 'GLACIER' },
      ],
    }),
  };
}

function notifications(region: string, random: Random) {
  return {
    QueueConfigurations: [
      {
        Id: `tf-s3-queue-${random.hex(24)}`,
        QueueArn: `arn:aws:sqs:${region}:${ACCOUNT}:uploads-${random.hex(8)}`,
        Events: ['s3:ObjectCreated:*'],
        Filter: {
          Key: {
            FilterRules: [
              { Name: 'Prefix', Value: 'incoming/' },
              { Name: 'Suffix', Value: '.csv' },
            ],
          },
        },
      },
    ],
  };
}

function replication(name: string, random: Random) {
  return {
    Role: iamArn(`role/replicate-${random.hex(8)}`),
    Rules: [
      {
        ID: 'all',
        Priority: 0,
        Status: 'Enabled',
        Filter: {},
        DeleteMarkerReplication: { Status: 'Disabled' },
        Destination: { Bucket: `arn:aws:s3:::${name}-replica`, StorageClass: 'STANDARD_IA' },
      },
    ],
  };
}
