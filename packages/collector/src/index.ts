import type { SnapshotReader } from '@plumbline/model';

/** Where a recorded account comes from. */
export interface SnapshotSource {
  /** As users name it: `fixture:acme-production`, `invoices.ndjson.gz`, `s3://bucket/key`. */
  readonly name: string;
  /**
   * Opens it anew. Every opening gives what the first gave, or throws `SourceError` with the code `CHANGED`.
   * @param onBytes told how far reading is, in bytes as stored.
   * @throws SourceError, here and while records are read
   */
  open(options?: OpenOptions): Promise<SnapshotReader>;
}

export interface OpenOptions {
  readonly onBytes?: (read: number, total: number) => void;
  readonly signal?: AbortSignal;
}
