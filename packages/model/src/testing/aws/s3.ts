import type { Resource } from '../../resource.ts';
import type { BucketAcl, PublicAccessBlock } from '../../aws/s3.ts';
import { build, TEST_REGION, type Overrides } from '../build.ts';

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
