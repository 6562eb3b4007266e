import { account, bucket, notCollected } from '@plumbline/model/testing';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { scanTestbed } from '../../testing/scan-testbed.ts';
import { SILENT } from '../../testing/log.ts';
import { deleteOld } from './delete-old.ts';
import { startRetention } from './retention-job.ts';

const KEEP = { scanDays: 30, historyDays: 30 };
const EVERYTHING = 'select count(*)::int as n from';

async function retentionTestbed() {
  const testbed = await scanTestbed();
  const { db } = testbed;
  const scan = async (resources: readonly ReturnType<typeof bucket>[], scope = {}) =>
    (await testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...resources] }, { scope })).id;
  const count = async (table: string) =>
    (await sql<{ n: number }>`${sql.raw(`${EVERYTHING} ${table}`)}`.execute(db)).rows[0]?.n;
  /** As if so many days had passed, in steps of one row. */
  const after = (days: number) =>
    deleteOld(db, KEEP, {
      now: new Date(Date.now() + days * 86_400_000),
      signal: new AbortController().signal,
      sizes: { scans: 1, rows: 1 },
    });
  const scans = async () =>
    (await db.selectFrom('scan').select('id').orderBy('finished_at').execute()).map(({ id }) => id);
  return { ...testbed, scan, count, after, scans };
}

const open = (name = 'a') => bucket({ name, publicAccessBlock: null });
const shut = (name = 'a') => bucket({ name });
const denied = (tags: Record<string, string>) =>
  bucket({ name: 'a', tags, publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') });

test('what is young is kept; of what is old the last scan, what is open, and what resources are now', async () => {
  const { db, scan, count, after, scans } = await retentionTestbed();
  for (const resources of [
    [open('a'), open('b')],
    [shut('a'), open('b')],
    [open('a'), open('b')],
    [shut('a'), open('b')],
  ])
    await scan(resources);
  const last = (await scans()).at(-1);
  expect(await after(29)).toEqual({ scans: 0, events: 0, versions: 0 });
  const kept = async () => ({
    findings: await db.selectFrom('finding').selectAll().orderBy('id').execute(),
    resources: await db.selectFrom('resource').selectAll().orderBy('id').execute(),
    coverage: await db.selectFrom('scan_coverage').selectAll().execute(),
    counts: await db.selectFrom('finding_count').selectAll().execute(),
  });
  const before = await kept();
  expect(await after(31)).toEqual({ scans: 3, events: 4, versions: 3 });
  expect(await kept()).toEqual(before);
  expect(await scans()).toEqual([last]);
  const events = await db
    .selectFrom('finding_event')
    .innerJoin('finding', 'finding.id', 'finding_id')
    .select('result')
    .execute();
  expect(events).toEqual([{ result: 'fail' }]);
  for (const table of ['scan_event', 'scan_rollup', 'scan_open', 'scan_pass', 'scan_account'])
    expect(await count(`${table} where scan_id <> '${last}'`)).toBe(0);
  expect(await after(31)).toEqual({ scans: 0, events: 0, versions: 0 });
});

test('a scan whose counts still stand is kept, and the scores stay as they are; a recheck is not kept', async () => {
  const { db, scan, after, scans } = await retentionTestbed();
  const { ask } = await testApi({ db });
  const posture = () => ask('{ posture { score confidence counts { pass fail unknown } } }');
  await scan([open()]);
  const whole = await scan([open(), shut('b')]);
  await scan([open(), shut('b')], { services: ['s3'] });
  const part = await scan([open(), shut('b'), shut('c')], { services: ['s3'] });
  const { id } = await db.selectFrom('resource').select('id').where('name', '=', 'a').executeTakeFirstOrThrow();
  await scan([open()], { resources: [id] });
  const before = await posture();
  expect(await after(31)).toMatchObject({ scans: 3 });
  expect(await scans()).toEqual([whole, part]);
  expect(await posture()).toEqual(before);
});

test('a scan that failed last is kept beside the last that did not; one under way is not touched', async () => {
  const { scan, scanText, after, scans, db } = await retentionTestbed();
  await scan([open()]);
  await scanText('no snapshot');
  const good = await scan([open()]);
  await scanText('no snapshot');
  const failed = (await scanText('no snapshot')).id;
  const running = (await scanText('no snapshot')).id;
  await db.updateTable('scan').set({ finished_at: null, status: 'RUNNING' }).where('id', '=', running).execute();
  await after(31);
  expect((await scans()).toSorted()).toEqual([good, failed, running].toSorted());
});

test('the evidence of an open finding that could not be looked at again is kept', async () => {
  const { db, scan, after, finding } = await retentionTestbed();
  const { ask } = await testApi({ db });
  for (const one of [shut(), open(), denied({}), denied({ env: 'prod' })]) await scan([one]);
  const evidence = async () =>
    (await ask(`{ finding(id: "fnd_${(await finding()).id}") { stale evidence { snapshot } } }`)).finding;
  const before = await evidence();
  expect(before).toMatchObject({ stale: true, evidence: { snapshot: { publicAccessBlock: null } } });
  expect(await after(31)).toMatchObject({ events: 0, versions: 1 });
  expect(await evidence()).toEqual(before);
});

test('it is done every night, and once at the next start where nothing ran at night', async () => {
  const store = await testDatabase();
  const job = await startRetention(store, KEEP, SILENT);
  onTestFinished(() => job.stop());
  const { rows } = await sql`select name, cron, options->>'missed' as missed from pgboss.schedule`.execute(store.db);
  expect(rows).toEqual([{ name: 'retention', cron: '17 3 * * *', missed: 'once' }]);
});
