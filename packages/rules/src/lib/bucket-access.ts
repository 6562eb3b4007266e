import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import { conditionsOf } from './condition.ts';
import {
  coversAction,
  coversResource,
  isEveryone,
  listOf,
  principalsOf,
  statementsOf,
  touchesAction,
  touchesResource,
  type LocatedStatement,
} from './policy-document.ts';
import { sparesOnlyFixed } from './public-policy.ts';

const KINDS = [
  { what: 'list objects', on: 'bucket', actions: ['s3:ListBucket', 's3:ListBucketVersions'] },
  { what: 'read objects', on: 'objects', actions: ['s3:GetObject', 's3:GetObjectVersion'] },
  { what: 'write objects', on: 'objects', actions: ['s3:PutObject'] },
  { what: 'delete objects', on: 'objects', actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] },
  { what: 'change object permissions', on: 'objects', actions: ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'] },
  {
    what: 'change bucket permissions',
    on: 'bucket',
    actions: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPublicAccessBlock'],
  },
] as const;

/** The ARNs that statements name: of a bucket or access point, and a pattern for all objects in it. */
export interface S3Resources {
  readonly bucket: string;
  readonly objects: string;
}

export function bucketResources(bucketArn: string): S3Resources {
  return { bucket: bucketArn, objects: `${bucketArn}/*` };
}

export function accessPointResources(accessPointArn: string): S3Resources {
  return { bucket: accessPointArn, objects: `${accessPointArn}/object/*` };
}

/** What a statement is about, in words: `read objects`. Empty: settings at the most. */
export function accessTo(resources: S3Resources, statement: PolicyStatement): readonly string[] {
  return KINDS.filter(
    ({ on, actions }) =>
      touchesResource(statement, resources[on]) && actions.some((action) => touchesAction(statement, action)),
  ).map(({ what }) => what);
}

/** Whether a statement is about these resources at all, or about some other bucket. */
export function isAbout(resources: S3Resources, statement: PolicyStatement): boolean {
  return Object.values(resources).some((resource) => touchesResource(statement, resource));
}

/** The policy's Deny that takes an Allow back from everyone, but for fixed values of a key such as `aws:SourceVpce`. */
export function takenBackBy(
  policy: PolicyDocument,
  { bucket, objects }: S3Resources,
  granted: PolicyStatement,
): LocatedStatement | undefined {
  const resources = [bucket, objects].filter((each) => touchesResource(granted, each));
  const actions = granted.NotAction === undefined ? listOf(granted.Action).map(ofS3) : ['s3:*'];
  return statementsOf(policy).find(
    ({ statement }) =>
      statement.Effect === 'Deny' &&
      principalsOf(statement.Principal).some(isEveryone) &&
      actions.every((action) => coversAction(statement, action)) &&
      resources.every((resource) => coversResource(statement, resource)) &&
      conditionsOf(statement).every(sparesOnlyFixed),
  );
}

/** Of all actions, a bucket policy is only about those of S3. */
function ofS3(action: string): string {
  return /^[*?]+$/.test(action) ? 's3:*' : action;
}
