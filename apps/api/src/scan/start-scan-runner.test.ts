import { bucket } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import type { ScanProgress } from '../store/scan-tables.ts';
import { manyBuckets } from '../testing/many-buckets.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount, snapshotText } from '../testing/scans.ts';
import type { ScanEventPayloads } from './event-payload.ts';
import type { ScanEvent } from './scan-runner.ts';

const LONG = 30_000;
const OTHER_ACCOUNT = '444455556666';
const isReading = ({ kind, payload }: ScanEvent) =>
  kind === 'progressed' && ['COLLECTING', 'EVALUATING'].includes((payload as ScanProgress).phase);

test('a scan runs by itself and tells how it goes, to the end', async () => {
  const { db, snapshots, start, runner, eventsOf, scan } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(50) }));
  const id = await start([await addTestAccount(db, 'a.ndjson')]);
  const events = await eventsOf(id);
  expect(await runner.finished(id, 0)).toBe(true);
  expect(await scan(id)).toMatchObject({ started_at: expect.any(Date), finished_at: expect.any(Date) });
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  const progress = events.filter(({ kind }) => kind === 'progressed').map(({ payload }) => payload as ScanProgress);
  const percents = progress.map(({ percent }) => percent);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  expect(progress.filter(({ percent }) => percent === 100)).toEqual([
    expect.objectContaining({ phase: 'DONE', resources: 51 }),
  ]);
  const { payload } = events.find(({ kind }) => kind === 'findings') ?? {};
  const { findingIds, changed } = payload as ScanEventPayloads['findings'];
  expect(findingIds).toHaveLength(Math.min(100, changed));
  expect(events.at(-1)).toMatchObject({ kind: 'finished', payload: { status: (await scan(id)).status } });
  const seen = events[1]?.sequence ?? 0;
  expect(await eventsOf(id, seen)).toEqual(events.slice(seen));
});

test('leaving the events of a scan that waits ends the wait', async () => {
  const { db, runner, snapshots } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({}));
  await db
    .insertInto('scan')
    .values({
      id: '00000000-0000-4000-8000-00000000000a',
      status: 'QUEUED',
      scope: '{}',
      idempotency_key: null,
      failure: null,
    })
    .execute();
  const events = runner.events('00000000-0000-4000-8000-00000000000a', 0)[Symbol.asyncIterator]();
  const next = events.next();
  await events.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('the same key within 24 hours gives the same scan, later another', async () => {
  const { db, snapshots, start } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({}));
  const account = await addTestAccount(db, 'a.ndjson');
  const [first, same] = await Promise.all([start([account], 'key'), start([account], 'key')]);
  expect(same).toBe(first);
  await db
    .updateTable('scan')
    .set({ queued_at: new Date(Date.now() - 25 * 3_600_000) })
    .execute();
  expect(await start([account], 'key')).not.toBe(first);
  expect(await db.selectFrom('scan').select('id').execute()).toHaveLength(2);
});

test('a snapshot that is cut off fails the scan, says where, and resolves nothing', async () => {
  const { db, snapshots, start, runner, scan, part, eventsOf } = await testRunner();
  const whole = snapshotText({ resources: [bucket({ publicAccessBlock: null })] });
  snapshots.write('a.ndjson', whole);
  const account = await addTestAccount(db, 'a.ndjson');
  await runner.finished(await start([account]), LONG);
  const before = await db.selectFrom('finding').selectAll().orderBy('id').execute();
  expect(before).not.toEqual([]);
  snapshots.write('a.ndjson', snapshotText({ resources: [bucket()] }).slice(0, -20));
  const id = await start([account]);
  await runner.finished(id, LONG);
  const failure = {
    code: 'TRUNCATED',
    source: 'a.ndjson',
    line: 4,
    hint: expect.any(String),
    message: expect.any(String),
  };
  expect(await scan(id)).toMatchObject({ status: 'FAILED', failure });
  expect(await part(id)).toMatchObject({ status: 'FAILED', failure, progress: { phase: 'DONE' } });
  expect(await db.selectFrom('finding').selectAll().orderBy('id').execute()).toEqual(before);
  expect(await db.selectFrom('stage_finding').selectAll().execute()).toEqual([]);
  expect((await eventsOf(id)).slice(-3).map(({ kind }) => kind)).toEqual(['log', 'progressed', 'finished']);
});

test('one of two accounts that fails makes the scan partial; both make it fail', async () => {
  const { db, snapshots, start, runner, scan } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({}));
  const good = await addTestAccount(db, 'a.ndjson');
  const mistaken = await addTestAccount(db, 'a.ndjson', OTHER_ACCOUNT);
  const missing = await addTestAccount(db, 'nowhere.ndjson', '777788889999');
  const [partial, failed] = [await start([good, mistaken]), await start([mistaken, missing])];
  await runner.finished(partial, LONG);
  await runner.finished(failed, LONG);
  expect(await scan(partial)).toMatchObject({ status: 'PARTIAL', failure: null });
  expect(await scan(failed)).toMatchObject({ status: 'FAILED', failure: expect.anything() });
  const failures = await db.selectFrom('scan_account').select('failure').where('account_id', '=', mistaken).execute();
  expect(failures[0]?.failure).toMatchObject({ code: 'WRONG_ACCOUNT', source: 'a.ndjson', line: 1 });
});

test('a second scan of an account waits until the first has ended', async () => {
  const { db, snapshots, start, runner, scan, until } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(3000) }));
  const account = await addTestAccount(db, 'a.ndjson');
  const [first, second] = [await start([account]), await start([account])];
  await until(first, isReading);
  expect(await scan(second)).toMatchObject({ status: 'QUEUED', started_at: null });
  await runner.finished(second, LONG);
  const [a, b] = [await scan(first), await scan(second)];
  expect(b.started_at?.getTime()).toBeGreaterThanOrEqual(a.finished_at?.getTime() ?? Infinity);
});

test('a scan is cancelled while it reads, and the one that waits behind it at once', async () => {
  const { db, snapshots, start, runner, scan, part, until, eventsOf } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(20_000) }));
  const account = await addTestAccount(db, 'a.ndjson');
  const [running, waiting] = [await start([account]), await start([account])];
  await until(running, isReading);
  expect(await runner.cancel(waiting)).toBe(true);
  expect(await scan(waiting)).toMatchObject({ status: 'CANCELLED', finished_at: expect.any(Date) });
  expect(await runner.cancel(running)).toBe(true);
  expect(await runner.finished(running, 2000)).toBe(true);
  expect(await scan(running)).toMatchObject({ status: 'CANCELLED' });
  expect((await part(running)).progress.percent).toBeLessThan(100);
  expect((await eventsOf(running)).at(-1)).toMatchObject({ kind: 'finished', payload: { status: 'CANCELLED' } });
  for (const table of ['stage_resource', 'stage_finding', 'resource', 'finding'] as const)
    expect(await db.selectFrom(table).selectAll().limit(1).execute()).toEqual([]);
  expect(await runner.cancel(running)).toBe(false);
  expect(await runner.cancel('00000000-0000-4000-8000-00000000000b')).toBe(false);
});

test('an account that is removed while it is scanned ends its scan, and leaves nothing', async () => {
  const { db, snapshots, start, runner, scan, until } = await testRunner();
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(5000) }));
  const account = await addTestAccount(db, 'a.ndjson');
  const id = await start([account]);
  await until(id, isReading);
  await db.deleteFrom('account').where('id', '=', account).execute();
  expect(await runner.finished(id, LONG)).toBe(true);
  expect(await scan(id)).toMatchObject({ status: 'CANCELLED' });
  expect(await db.selectFrom('stage_resource').selectAll().execute()).toEqual([]);
});
