import { onTestFinished } from 'vitest';
import type { RuleFiles } from '../custom-rules/rule-files.ts';
import type { ScanEvent } from '../scan/scan-runner.ts';
import { startScanRunner, type ScanStatements } from '../scan/start-scan-runner.ts';
import type { Store } from '../store/store.ts';
import { testDatabase } from './database.ts';
import { SILENT } from './log.ts';
import { EVERYTHING, snapshotDirectory } from './scans.ts';

/** A runner, on a database of its own unless told otherwise. It is stopped after the test. */
export async function testRunner(
  where: {
    store?: Store;
    snapshots?: ReturnType<typeof snapshotDirectory>;
    concurrency?: number;
    statements?: ScanStatements;
    ruleFiles?: RuleFiles;
  } = {},
) {
  const {
    store = await testDatabase(),
    snapshots = snapshotDirectory(),
    concurrency = 1,
    ruleFiles,
    statements,
  } = where;
  const runner = await startScanRunner({ store, snapshots, ruleFiles, concurrency, statements, log: SILENT });
  onTestFinished(() => runner.stop());
  const { db } = store;
  const partsOf = (scanId: string) => db.selectFrom('scan_account').selectAll().where('scan_id', '=', scanId);
  return {
    db,
    snapshots,
    runner,
    start: (accountIds: readonly string[], idempotencyKey: string | null = null) =>
      runner.start({ accountIds, scope: EVERYTHING, idempotencyKey }),
    scan: (id: string) => db.selectFrom('scan').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    part: (scanId: string) => partsOf(scanId).executeTakeFirstOrThrow(),
    eventsOf: async (scanId: string, after = 0) => {
      const events: ScanEvent[] = [];
      for await (const event of runner.events(scanId, after)) events.push(event);
      return events;
    },
    /** Waits for an event. */
    until: async (scanId: string, is: (event: ScanEvent) => boolean) => {
      for await (const event of runner.events(scanId, 0)) if (is(event)) return;
      throw new Error('The scan ended before.');
    },
  };
}
