import type * as Sdk from '@aws-sdk/client-s3';
import type * as Control from '@aws-sdk/client-s3-control';
import type { Catalogue } from '../catalogue.ts';
import type { PolicyDocument } from '../policy-document.ts';
import type { Recorded } from '../recorded.ts';

export type PublicAccessBlock = Recorded<Sdk.PublicAccessBlockConfiguration>;
export type BucketAcl = Recorded<Pick<Sdk.GetBucketAclOutput, 'Owner' | 'Grants'>>;
export type BucketEncryption = Recorded<Sdk.ServerSideEncryptionConfiguration>;
export type BucketVersioning = Recorded<Pick<Sdk.GetBucketVersioningOutput, 'Status' | 'MFADelete'>>;
export type BucketLogging = Recorded<Sdk.LoggingEnabled>;
export type OwnershipControls = Recorded<Sdk.OwnershipControls>;
export type PolicyStatus = Recorded<Sdk.PolicyStatus>;

export type BucketLifecycle = Recorded<Pick<Sdk.GetBucketLifecycleConfigurationOutput, 'Rules'>>;
export type BucketNotifications = Recorded<Sdk.NotificationConfiguration>;
export type BucketReplication = Recorded<Sdk.ReplicationConfiguration>;
export type ObjectLock = Recorded<Sdk.ObjectLockConfiguration>;
export type AccessPoint = Recorded<Omit<Control.GetAccessPointResult, '$metadata'>>;
export type MultiRegionAccessPoint = Recorded<Control.MultiRegionAccessPointReport>;

export interface BucketFacets {
  /** `null`: no block is set on the bucket (`NoSuchPublicAccessBlockConfiguration`). */
  publicAccessBlock: PublicAccessBlock | null;
  /** `null`: the bucket has no policy (`NoSuchBucketPolicy`). */
  policy: PolicyDocument | null;
  /** `null`: the bucket has no policy. */
  policyStatus: PolicyStatus | null;
  acl: BucketAcl;
  /** `null`: no default encryption is recorded (`ServerSideEncryptionConfigurationNotFoundError`; none since January 2023). */
  encryption: BucketEncryption | null;
  /** An empty object: never enabled. */
  versioning: BucketVersioning;
  /** `null`: server access logging is off. */
  logging: BucketLogging | null;
  /** `null`: none set (`OwnershipControlsNotFoundError`), as on buckets from before April 2023: ACLs work. */
  ownershipControls: OwnershipControls | null;
  /** `null`: no rules (`NoSuchLifecycleConfiguration`). */
  lifecycle: BucketLifecycle | null;
  /** An empty object: nobody is notified. */
  notifications: BucketNotifications;
  /** `null`: none (`ReplicationConfigurationNotFoundError`). */
  replication: BucketReplication | null;
  /** `null`: Object Lock is off (`ObjectLockConfigurationNotFoundError`). */
  objectLock: ObjectLock | null;
}

interface AccessPointFacets<Description> {
  accessPoint: Description;
  /** `null`: it has no policy (`NoSuchAccessPointPolicy`). */
  policy: PolicyDocument | null;
  /** `null`: it has no policy. */
  policyStatus: PolicyStatus | null;
}

export interface S3Types {
  'AWS::S3::Bucket': BucketFacets;
  'AWS::S3::AccessPoint': AccessPointFacets<AccessPoint>;
  'AWS::S3::MultiRegionAccessPoint': AccessPointFacets<MultiRegionAccessPoint>;
}

export const S3_CATALOGUE = {
  'AWS::S3::Bucket': {
    service: 's3',
    scope: 'global',
    listing: { call: 's3:ListBuckets', action: 's3:ListAllMyBuckets' },
    facets: {
      publicAccessBlock: { call: 's3:GetPublicAccessBlock', action: 's3:GetBucketPublicAccessBlock', shape: 'object' },
      policy: { call: 's3:GetBucketPolicy', action: 's3:GetBucketPolicy', shape: 'object' },
      policyStatus: { call: 's3:GetBucketPolicyStatus', action: 's3:GetBucketPolicyStatus', shape: 'object' },
      acl: { call: 's3:GetBucketAcl', action: 's3:GetBucketAcl', shape: 'object' },
      encryption: { call: 's3:GetBucketEncryption', action: 's3:GetEncryptionConfiguration', shape: 'object' },
      versioning: { call: 's3:GetBucketVersioning', action: 's3:GetBucketVersioning', shape: 'object' },
      logging: { call: 's3:GetBucketLogging', action: 's3:GetBucketLogging', shape: 'object' },
      ownershipControls: {
        call: 's3:GetBucketOwnershipControls',
        action: 's3:GetBucketOwnershipControls',
        shape: 'object',
      },
      lifecycle: {
        call: 's3:GetBucketLifecycleConfiguration',
        action: 's3:GetLifecycleConfiguration',
        shape: 'object',
      },
      notifications: {
        call: 's3:GetBucketNotificationConfiguration',
        action: 's3:GetBucketNotification',
        shape: 'object',
      },
      replication: { call: 's3:GetBucketReplication', action: 's3:GetReplicationConfiguration', shape: 'object' },
      objectLock: {
        call: 's3:GetObjectLockConfiguration',
        action: 's3:GetBucketObjectLockConfiguration',
        shape: 'object',
      },
    },
  },
  'AWS::S3::AccessPoint': {
    service: 's3',
    scope: 'regional',
    listing: { call: 's3control:ListAccessPoints', action: 's3:ListAccessPoints' },
    facets: {
      accessPoint: { call: 's3control:GetAccessPoint', action: 's3:GetAccessPoint', shape: 'object' },
      policy: { call: 's3control:GetAccessPointPolicy', action: 's3:GetAccessPointPolicy', shape: 'object' },
      policyStatus: {
        call: 's3control:GetAccessPointPolicyStatus',
        action: 's3:GetAccessPointPolicyStatus',
        shape: 'object',
      },
    },
  },
  'AWS::S3::MultiRegionAccessPoint': {
    service: 's3',
    scope: 'global',
    listing: { call: 's3control:ListMultiRegionAccessPoints', action: 's3:ListMultiRegionAccessPoints' },
    facets: {
      accessPoint: {
        call: 's3control:ListMultiRegionAccessPoints',
        action: 's3:ListMultiRegionAccessPoints',
        shape: 'object',
      },
      policy: {
        call: 's3control:GetMultiRegionAccessPointPolicy',
        action: 's3:GetMultiRegionAccessPointPolicy',
        shape: 'object',
      },
      policyStatus: {
        call: 's3control:GetMultiRegionAccessPointPolicyStatus',
        action: 's3:GetMultiRegionAccessPointPolicyStatus',
        shape: 'object',
      },
    },
  },
} as const satisfies Catalogue<S3Types>;
