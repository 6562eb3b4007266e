import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { testDatabase } from '../testing/database.ts';
import { manyBuckets } from '../testing/many-buckets.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount, snapshotDirectory, snapshotText } from '../testing/scans.ts';
import { scanEvents } from './follow-scan.ts';
import { WakeUps } from './wake-ups.ts';

const BUCKETS = 2000;

/** What a scan of the buckets must have left, each thing once. */
async function expectWhole(db: Kysely<Tables>, scanId: string) {
  const count = async (table: 'resource' | 'stage_resource' | 'stage_finding' | 'resource_version') =>
    (await db.selectFrom(table).select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n;
  expect(await count('resource')).toBe(BUCKETS + 1);
  expect(await count('resource_version')).toBe(0);
  expect(await count('stage_resource')).toBe(0);
  expect(await count('stage_finding')).toBe(0);
  const rule = 'aws-s3-bucket-blocks-public-access';
  const events = await db
    .selectFrom('finding_event')
    .innerJoin('finding', 'finding.id', 'finding_id')
    .select(['kind', 'finding_id'])
    .where('rule_key', '=', rule)
    .execute();
  expect(events).toHaveLength(BUCKETS / 10);
  expect(new Set(events.map(({ finding_id }) => finding_id)).size).toBe(BUCKETS / 10);
  const rollups = await db.selectFrom('scan_rollup').select(['scan_id', 'n']).where('rule_key', '=', rule).execute();
  expect(rollups.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual([BUCKETS / 10, (BUCKETS * 9) / 10]);
  const finished = await db
    .selectFrom('scan_event')
    .where('scan_id', '=', scanId)
    .where('kind', '=', 'finished')
    .selectAll()
    .execute();
  expect(finished).toMatchObject([{ payload: { status: 'PARTIAL' } }]);
}

/** Waits until a scan, in whatever process, has begun to stage. */
async function untilStaged({ db, connection }: Store, scanId: string): Promise<void> {
  const wakeUps = new WakeUps(connection);
  await wakeUps.listen();
  onTestFinished(() => wakeUps.stop());
  const staged = () => db.selectFrom('stage_resource').select('id').limit(1).executeTakeFirst();
  for await (const _ of scanEvents(db, wakeUps, scanId, 0)) if (await staged()) return;
  throw new Error('The scan ended before.');
}

test('a scan whose process is killed is done by the next one, and nothing is lost or doubled', async () => {
  const store = await testDatabase();
  const snapshots = snapshotDirectory();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(BUCKETS) }));
  const accountId = await addTestAccount(store.db, 'a.ndjson');
  const options = JSON.stringify({ connection: store.connection, snapshots, accountId });
  const killed = spawn(process.execPath, [`${import.meta.dirname}/../testing/run-scans.ts`, options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void killed.kill('SIGKILL'));
  const [id] = (await once(killed.stdout, 'data')) as [Buffer];
  const scanId = id.toString();
  await untilStaged(store, scanId);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  const { runner, scan, eventsOf } = await testRunner({ store, snapshots });
  expect(await scan(scanId)).toMatchObject({ status: 'RUNNING' });
  expect(await runner.finished(scanId, 60_000)).toBe(true);
  const logs = (await eventsOf(scanId)).filter(({ kind }) => kind === 'log').map(({ payload }) => payload);
  expect(logs).toContainEqual({ level: 'WARN', message: 'The scan of Acme was interrupted and starts again.' });
  await expectWhole(store.db, scanId);
}, 120_000);

test('a scan that is interrupted by a stop is done after the next start', async () => {
  const store = await testDatabase();
  const snapshots = snapshotDirectory();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(BUCKETS) }));
  const accountId = await addTestAccount(store.db, 'a.ndjson');
  const stopped = await testRunner({ store, snapshots });
  const scanId = await stopped.start([accountId]);
  await untilStaged(store, scanId);
  await stopped.runner.stop();
  const { runner, scan } = await testRunner({ store, snapshots });
  expect((await scan(scanId)).finished_at).toBe(null);
  expect(await runner.finished(scanId, 60_000)).toBe(true);
  await expectWhole(store.db, scanId);
}, 120_000);
