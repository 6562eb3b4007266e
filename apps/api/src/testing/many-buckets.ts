import type { RecordedResource } from '@plumbline/model';
import { account, bucket } from '@plumbline/model/testing';

/** An account's buckets, every tenth of them open. */
export function manyBuckets(count: number): readonly RecordedResource[] {
  const buckets = Array.from({ length: count }, (_, index) =>
    bucket({ name: `acme-${index}`, ...(index % 10 === 0 ? { publicAccessBlock: null } : {}) }),
  );
  return [account({ s3PublicAccessBlock: null }), ...buckets];
}
