import type { SnapshotHeader, SnapshotRecord } from './snapshot.ts';

export interface SnapshotReader {
  readonly header: SnapshotHeader;
  /** The lines after the header, in batches, in their order. Ends by a throw of `SnapshotError` where the rest cannot be read. */
  readonly records: AsyncIterable<readonly SnapshotRecord[]>;
}
