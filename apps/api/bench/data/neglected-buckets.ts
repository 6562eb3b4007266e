import type { RecordedResource } from '@plumbline/model';
import { bucket } from '@plumbline/rules/bench';

/** Everything that a bucket may lack. */
const NEGLECTED = {
  encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
  lifecycle: null,
  logging: null,
  notifications: {},
  ownershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
  policy: null,
  policyStatus: null,
  publicAccessBlock: null,
  versioning: {},
};

/** So many buckets, each with about eight faults. @param from the index of the first */
export function* neglectedBuckets(from: number, count: number): Generator<RecordedResource> {
  for (let index = from; index < from + count; index++) {
    const made = bucket(index);
    yield { ...made, facets: { ...made.facets, ...NEGLECTED } };
  }
}
