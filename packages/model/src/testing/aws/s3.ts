import type { Resource } from '../../resource.ts';
import type { BucketAcl, PublicAccessBlock } from '../../aws/s3.ts';
import { build, TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';

const OWNER = { ID: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' };

export const PUBLIC_ACCESS_BLOCKED: PublicAccessBlock = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

export const PRIVATE_ACL: BucketAcl = {
  Owner: OWNER,
  Grants: [{ Grantee: { ...OWNER, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
};

/** A bucket as AWS makes it today: blocked, owner enforced, encrypted with S3's own keys, no policy. */
export function bucket(overrides: Overrides<'AWS::S3::Bucket'> = {}): Resource<'AWS::S3::Bucket'> {
  const name = overrides.name ?? 'acme-invoices';
  return build(
    'AWS::S3::Bucket',
    { id: `arn:aws:s3:::${name}`, name, region: TEST_REGION },
    {
      publicAccessBlock: PUBLIC_ACCESS_BLOCKED,
      policy: null,
      policyStatus: null,
      acl: PRIVATE_ACL,
      encryption: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
      },
      versioning: {},
      logging: null,
      ownershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      lifecycle: null,
      notifications: {},
      replication: null,
      objectLock: null,
    },
    overrides,
  );
}

/** An access point as AWS makes it: open to the internet by its origin, blocked, without a policy. */
export function accessPoint(overrides: Overrides<'AWS::S3::AccessPoint'> = {}): Resource<'AWS::S3::AccessPoint'> {
  const name = overrides.name ?? 'invoices-readers';
  const region = overrides.region ?? TEST_REGION;
  const arn = `arn:aws:s3:${region}:${TEST_ACCOUNT}:accesspoint/${name}`;
  return build(
    'AWS::S3::AccessPoint',
    { id: arn, name, region },
    {
      accessPoint: {
        Name: name,
        Bucket: 'acme-invoices',
        NetworkOrigin: 'Internet',
        PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCKED,
        AccessPointArn: arn,
        BucketAccountId: TEST_ACCOUNT,
      },
      policy: null,
      policyStatus: null,
    },
    overrides,
  );
}

/** A Multi-Region Access Point as AWS makes it: blocked, without a policy. ARNs have its alias, not its name. */
export function multiRegionAccessPoint(
  overrides: Overrides<'AWS::S3::MultiRegionAccessPoint'> = {},
): Resource<'AWS::S3::MultiRegionAccessPoint'> {
  const name = overrides.name ?? 'acme-everywhere';
  const alias = 'mfzwi23gnjvgw.mrap';
  return build(
    'AWS::S3::MultiRegionAccessPoint',
    { id: `arn:aws:s3::${TEST_ACCOUNT}:accesspoint/${alias}`, name, region: 'global' },
    {
      accessPoint: {
        Name: name,
        Alias: alias,
        Status: 'READY',
        PublicAccessBlock: PUBLIC_ACCESS_BLOCKED,
        Regions: [{ Bucket: 'acme-invoices', Region: TEST_REGION, BucketAccountId: TEST_ACCOUNT }],
      },
      policy: null,
      policyStatus: null,
    },
    overrides,
  );
}
