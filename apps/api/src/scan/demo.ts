import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { AccountTable, Tables } from '../store/tables.ts';
import { readHeader, type SnapshotOptions } from './read-header.ts';
import type { ScanRunner } from './scan-runner.ts';

export const DEMO_SOURCE = 'fixture:acme-production';
const LONGEST_MS = 120_000;

/** Adds the demo account to a store that has no account and never had this one, scans it and waits for the end. */
export async function loadDemo(db: Kysely<Tables>, scans: ScanRunner, snapshots: SnapshotOptions): Promise<void> {
  if (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) return;
  const { provider, partition, account } = await readHeader(DEMO_SOURCE, snapshots);
  const id = randomUUID();
  const demo = { id, provider, partition, external_id: account, name: 'Acme production (demo)', source: DEMO_SOURCE };
  if (!(await addOnce(db, { ...demo, regions: [] }))) return;
  const scope = { services: [], regions: [], rules: [] };
  const scanId = await scans.start({ accountIds: [id], scope, idempotencyKey: null });
  await scans.finished(scanId, LONGEST_MS);
}

/** @returns false where it was added before, be it by another process at this moment: who removed it does not want it back */
function addOnce(db: Kysely<Tables>, demo: Insertable<AccountTable>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const marked = await trx
      .insertInto('mark')
      .values({ name: 'demo-loaded' })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (marked.numInsertedOrUpdatedRows === 0n) return false;
    const added = await trx
      .insertInto('account')
      .values(demo)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  });
}
