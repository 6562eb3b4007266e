import { expect, onTestFinished, test } from 'vitest';
import { readEnv } from '../env.ts';
import { connect } from '../store/connect.ts';
import { startEmbedded } from '../store/embedded/start-embedded.ts';
import { migrate } from '../store/migrations.ts';
import type { ScanProgress } from '../store/scan-tables.ts';
import { manyBuckets } from '../testing/many-buckets.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount, snapshotText } from '../testing/scans.ts';
import { scratch } from '../testing/scratch.ts';
import type { ScanEvent } from './scan-runner.ts';

/** A server of one's own, to be stopped. */
async function ownStore() {
  const database = await startEmbedded({ data: scratch(), binaries: readEnv().pgBin });
  const db = connect(database.connection);
  onTestFinished(async () => {
    await db.destroy();
    await database.stop();
  });
  await migrate(db);
  return { database, store: { db, connection: database.connection, exclusive: false, close: async () => undefined } };
}

test('a database that goes away in the middle of a scan delays it, and who follows it misses nothing', async () => {
  const { database, store } = await ownStore();
  const { runner, snapshots, start, scan } = await testRunner({ store });
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(1000) }));
  const id = await start([await addTestAccount(store.db, 'a.ndjson')]);
  const events: ScanEvent[] = [];
  let wasAway = false;
  for await (const event of runner.events(id, 0)) {
    events.push(event);
    if (wasAway || event.kind !== 'progressed' || (event.payload as ScanProgress).phase !== 'EVALUATING') continue;
    wasAway = true;
    await database.stop();
    await expect(store.db.selectFrom('scan').select('id').execute()).rejects.toThrow(/terminat|ENOENT|ECONN/);
    await database.revive();
  }
  expect(wasAway).toBe(true);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({ kind: 'finished', payload: { status: 'PARTIAL' } });
  expect(await scan(id)).toMatchObject({ status: 'PARTIAL' });
  expect(await store.db.selectFrom('stage_finding').selectAll().execute()).toEqual([]);
}, 120_000);
