import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { readHeader, type SnapshotOptions } from './read-header.ts';
import type { ScanRunner } from './scan-runner.ts';

export const DEMO_SOURCE = 'fixture:acme-production';
const LONGEST_MS = 120_000;

/** Adds the demo account where there is no account at all, scans it and waits for the end. */
export async function loadDemo(db: Kysely<Tables>, scans: ScanRunner, snapshots: SnapshotOptions): Promise<void> {
  if (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) return;
  const { provider, partition, account } = await readHeader(DEMO_SOURCE, snapshots);
  const id = randomUUID();
  const added = await db
    .insertInto('account')
    .values({
      id,
      provider,
      partition,
      external_id: account,
      name: 'Acme production (demo)',
      source: DEMO_SOURCE,
      regions: [],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  const scope = { services: [], regions: [], rules: [] };
  const scanId = await scans.start({ accountIds: [id], scope, idempotencyKey: null });
  await scans.finished(scanId, LONGEST_MS);
}
