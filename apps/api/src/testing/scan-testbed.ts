import { snapshotSource } from '@plumbline/collector';
import { rules, type Rule } from '@plumbline/rules';
import { endAttempt } from '../scan/job/end-attempt.ts';
import { scanAccount } from '../scan/job/scan-account.ts';
import { writeScan } from '../scan/write-scan.ts';
import type { ScanScope } from '../store/scan-tables.ts';
import { testDatabase } from './database.ts';
import { addTestAccount, EVERYTHING, snapshotDirectory, snapshotText, type SnapshotParts } from './scans.ts';

/** The one rule that these scans evaluate unless told otherwise: it reads `publicAccessBlock`, and needs the account's only where that is open. */
export const BLOCKS = 'aws-s3-bucket-blocks-public-access';

interface ScanOptions {
  readonly scope?: Partial<ScanScope>;
  readonly registry?: readonly Rule[];
}

/** One account in a database of its own, and scans of it without queue and thread. */
export async function scanTestbed() {
  const { db } = await testDatabase();
  const snapshots = snapshotDirectory();
  const accountId = await addTestAccount(db, 'account.ndjson');
  const scanText = async (text: string, { scope = {}, registry }: ScanOptions = {}) => {
    snapshots.write('account.ndjson', text);
    const request = { accountIds: [accountId], scope: { ...EVERYTHING, ...scope }, idempotencyKey: null };
    const scanId = await writeScan(db, request, async () => undefined);
    const part = { scanId, accountId };
    const attempt = scanAccount({
      db,
      part,
      sourceOf: (reference) => snapshotSource(reference, snapshots),
      registry: registry ?? rules.filter((rule) => rule.id === BLOCKS),
      stopping: new AbortController(),
    });
    await endAttempt(db, part, attempt);
    return db.selectFrom('scan').selectAll().where('id', '=', scanId).executeTakeFirstOrThrow();
  };
  return {
    db,
    accountId,
    scanText,
    scan: (parts: SnapshotParts, options?: ScanOptions) => scanText(snapshotText(parts), options),
    finding: () => db.selectFrom('finding').selectAll().executeTakeFirstOrThrow(),
    resource: () => db.selectFrom('resource').selectAll().executeTakeFirstOrThrow(),
    changes: async () =>
      (await db.selectFrom('finding_event').select('kind').orderBy('id').execute()).map(({ kind }) => kind),
    gaps: () => db.selectFrom('scan_gap').selectAll().orderBy('id').execute(),
  };
}
