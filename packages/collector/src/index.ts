export { readHeader, snapshotSource } from './snapshot-source.ts';
export type { OpenOptions, SnapshotSource } from './snapshot-source.ts';
export { SourceError } from './source-error.ts';
export type { SourceErrorCode } from './source-error.ts';
