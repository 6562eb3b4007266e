import { gzipSync } from 'node:zlib';
import { snapshotLine, type SnapshotHeader, type SnapshotRecord } from '@plumbline/model';
import type { OpenOptions, SnapshotSource } from '../snapshot-source.ts';

export const HEADER: SnapshotHeader = {
  format: 'plumbline-snapshot',
  version: 1,
  provider: 'aws',
  partition: 'aws',
  account: '111122223333',
  regions: ['eu-west-1'],
  collectedAt: '2026-11-20T08:00:00Z',
};

/** A snapshot of some buckets, as NDJSON. What is noise cannot be compressed well. */
export function recorded(buckets: number, noise = ''): string {
  const lines = Array.from({ length: buckets }, (_, index) =>
    snapshotLine({
      type: 'AWS::S3::Bucket',
      id: `arn:aws:s3:::acme-${index}`,
      name: `acme-${index}`,
      region: 'eu-west-1',
      tags: {},
      facets: { noise: noise && `${index}${noise}` },
    }),
  );
  return snapshotLine(HEADER) + lines.join('');
}

export const gzipped = (text: string): Buffer => gzipSync(text);

/** Opens a source and reads it to its end. */
export async function readAll(source: SnapshotSource, options?: OpenOptions) {
  const { header, records } = await source.open(options);
  const all: SnapshotRecord[] = [];
  for await (const batch of records) all.push(...batch);
  return { header, records: all };
}
