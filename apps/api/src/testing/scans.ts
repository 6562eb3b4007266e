import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { snapshotLine, type Listing, type RecordedResource } from '@plumbline/model';
import { TEST_ACCOUNT, TEST_REGION } from '@plumbline/model/testing';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Tables } from '../store/tables.ts';

export const EVERYTHING = { services: [], regions: [], rules: [] };

export interface SnapshotParts {
  readonly resources?: readonly RecordedResource[];
  readonly listings?: readonly Listing[];
  readonly regions?: readonly string[];
  readonly account?: string;
}

const COMPLETE: readonly Listing[] = [
  { type: 'AWS::S3::Bucket', region: 'global', complete: true },
  { type: 'AWS::Account', region: 'global', complete: true },
];

/** A snapshot's text; buckets are listed completely unless told otherwise. */
export function snapshotText({
  resources = [],
  listings = COMPLETE,
  regions = [TEST_REGION],
  account = TEST_ACCOUNT,
}: SnapshotParts): string {
  const header = {
    format: 'plumbline-snapshot',
    version: 1,
    provider: 'aws',
    partition: 'aws',
    account,
    regions,
    collectedAt: '2026-11-20T08:00:00Z',
  } as const;
  return [header, ...listings.map((listing) => ({ listing })), ...resources].map(snapshotLine).join('');
}

/** A directory of snapshots that is removed after the test. */
export function snapshotDirectory(): { readonly directory: string; write(name: string, text: string): void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-snapshots-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return { directory, write: (name, text) => writeFileSync(path.join(directory, name), text) };
}

/** Adds an account whose snapshot has the given name. */
export async function addTestAccount(db: Kysely<Tables>, source: string, externalId = TEST_ACCOUNT): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('account')
    .values({ id, provider: 'aws', partition: 'aws', external_id: externalId, name: 'Acme', source, regions: [] })
    .execute();
  return id;
}
