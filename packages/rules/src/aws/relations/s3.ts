import type { AccessPoint, MultiRegionAccessPoint } from '@plumbline/model';
import { account, optional, relationToMany, type SnapshotAccount } from '../../kernel/relation.ts';
import { alike } from '../../lib/alike.ts';
import { letsInEveryone } from '../../lib/bucket-delegation.ts';
import { statementsOf } from '../../lib/policy-document.ts';

/** The account's block, which counts for all its buckets and access points. One relation for all rules, so that it is looked up once. */
export const accountBlock = optional(account('s3PublicAccessBlock'));

// Apart, so that a policy that could not be read does not hide a block that could, and the other way round.

const NO_POLICY = { policy: null };

/** The blocks of the buckets behind an access point, as far as they are of this account. */
export const blocksBehind = optional(
  relationToMany<
    'AWS::S3::AccessPoint' | 'AWS::S3::MultiRegionAccessPoint',
    'AWS::S3::Bucket',
    'publicAccessBlock',
    'accessPoint'
  >({
    reads: ['accessPoint'],
    to: 'AWS::S3::Bucket',
    facets: ['publicAccessBlock'],
    lookup: ({ accessPoint }, _source, account) => bucketArns(accessPoint, account),
    // Most buckets have the same block.
    project: ({ publicAccessBlock }) => alike({ publicAccessBlock }),
  }),
);

/** The policies of the buckets behind an access point, as far as they are of this account, and let in just anyone. */
export const policiesBehind = optional(
  relationToMany<
    'AWS::S3::AccessPoint' | 'AWS::S3::MultiRegionAccessPoint',
    'AWS::S3::Bucket',
    'policy',
    'accessPoint'
  >({
    reads: ['accessPoint'],
    to: 'AWS::S3::Bucket',
    facets: ['policy'],
    lookup: ({ accessPoint }, _source, account) => bucketArns(accessPoint, account),
    project: ({ policy }) => (policy && statementsOf(policy).some(letsInEveryone) ? { policy } : NO_POLICY),
  }),
);

/** The buckets whose access logs are written into a bucket. */
export const loggingInto = optional(
  relationToMany({
    from: 'AWS::S3::Bucket',
    to: 'AWS::S3::Bucket',
    facets: ['logging'],
    keys: ({ logging }) => (logging?.TargetBucket ? [logging.TargetBucket] : []),
    lookup: (_facets, { name }) => [name],
    project: ({ logging }) => alike({ logging: { TargetBucket: logging?.TargetBucket } }),
  }),
);

/** The buckets behind an access point that are another account's: its snapshot does not have them. */
export function foreignBuckets(accessPoint: AccessPoint | MultiRegionAccessPoint, account: string): readonly string[] {
  return bucketsOf(accessPoint).flatMap(({ Bucket, BucketAccountId = account }) =>
    Bucket !== undefined && BucketAccountId !== account ? [Bucket] : [],
  );
}

function bucketArns(accessPoint: AccessPoint | MultiRegionAccessPoint, { id, partition }: SnapshotAccount): string[] {
  return bucketsOf(accessPoint).flatMap(({ Bucket, BucketAccountId = id }) =>
    Bucket !== undefined && BucketAccountId === id ? [`arn:${partition}:s3:::${Bucket}`] : [],
  );
}

function bucketsOf(accessPoint: AccessPoint | MultiRegionAccessPoint) {
  return 'Bucket' in accessPoint ? [accessPoint] : 'Regions' in accessPoint ? (accessPoint.Regions ?? []) : [];
}
