/** Why a fact could not be read. `NOT_RECORDED`: the recording says nothing about it at all. */
export const NOT_COLLECTED_REASONS = [
  'ACCESS_DENIED',
  'THROTTLED',
  'REGION_DISABLED',
  'TIMEOUT',
  'UNSUPPORTED',
  'MALFORMED',
  'NOT_RECORDED',
] as const;
export type NotCollectedReason = (typeof NOT_COLLECTED_REASONS)[number];

/** What is known of a fact that could not be read. */
export interface Absence {
  readonly reason: NotCollectedReason;
  /** The IAM action that would have been needed, for example `s3:GetBucketPolicy`. */
  readonly action?: string | undefined;
  /** What the cloud said. */
  readonly message: string;
}

export interface NotCollected {
  readonly notCollected: Absence;
}

/**
 * The part of one API answer that is about one resource: a value; `null`, when the cloud answered that there is none;
 * or `NotCollected`, when it could not be read.
 */
export type Facet<T> = T | NotCollected;

export function isCollected<T>(facet: T): facet is Exclude<T, NotCollected> {
  return !(typeof facet === 'object' && facet !== null && Object.hasOwn(facet, 'notCollected'));
}
