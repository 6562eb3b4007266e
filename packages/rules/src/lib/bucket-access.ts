import type { PolicyStatement } from '@plumbline/model';
import { touchesResource } from './policy-document.ts';
import { touchedActions } from './touched-actions.ts';

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

/** The same as before where several rules ask about one bucket, one after the other. */
export function bucketResources(bucketArn: string): S3Resources {
  if (last.bucket !== bucketArn) last = { bucket: bucketArn, objects: `${bucketArn}/*` };
  return last;
}

let last: S3Resources = { bucket: '', objects: '/*' };

export function accessPointResources(accessPointArn: string): S3Resources {
  return { bucket: accessPointArn, objects: `${accessPointArn}/object/*` };
}

/** What a statement is about, in words: `read objects`. Empty: settings at the most. */
export function accessTo(resources: S3Resources, statement: PolicyStatement): readonly string[] {
  const touched = touchedKinds(statement);
  return KINDS.flatMap(({ what, on }, index) =>
    (touched & (1 << index)) !== 0 && touchesResource(statement, resources[on]) ? [what] : [],
  );
}

const touchedKinds = touchedActions(KINDS.map(({ actions }) => actions));

/** Whether a statement is about these resources at all, or about some other bucket. */
export function isAbout(resources: S3Resources, statement: PolicyStatement): boolean {
  return touchesResource(statement, resources.bucket) || touchesResource(statement, resources.objects);
}

const LEVELS: ReadonlyMap<string, keyof S3Resources> = new Map(
  KINDS.flatMap(({ on, actions }) => actions.map((action) => [action.toLowerCase(), on] as const)),
);

/** What an action is on, where that is known; `undefined` for patterns and rarer actions. */
export function levelOf(action: string): keyof S3Resources | undefined {
  return LEVELS.get(action.toLowerCase());
}
