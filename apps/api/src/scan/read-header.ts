import { readHeader as headerOf, snapshotSource } from '@plumbline/collector';
import type { SnapshotHeader } from '@plumbline/model';

/** Where snapshots that are named by file are read from. */
export interface SnapshotOptions {
  readonly directory: string;
}

/**
 * What account a snapshot is of, and when it was recorded.
 * @param reference as users name it: `fixture:acme-production`, a file name, or `s3://bucket/key`
 * @throws SourceError
 */
export async function readHeader(reference: string, snapshots: SnapshotOptions): Promise<SnapshotHeader> {
  return headerOf(snapshotSource(reference, snapshots));
}
