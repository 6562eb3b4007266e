import { sql, type Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../store/connect.ts';
import type { ScanProgress } from '../store/scan-tables.ts';
import type { Tables } from '../store/tables.ts';
import { testDatabase } from '../testing/database.ts';
import { manyBuckets } from '../testing/many-buckets.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount, snapshotText } from '../testing/scans.ts';
import type { ScanEvent } from './scan-runner.ts';

const ACCOUNTS = ['111122223333', '444455556666', '777788889999'];
const LONG = 50_000;
const isMerging = ({ kind, payload }: ScanEvent) =>
  kind === 'progressed' && (payload as ScanProgress).phase === 'FINISHING';

/** A runner, accounts of a bucket each, and a way to stop every scan at its merge. */
async function testbed(concurrency: number) {
  const store = await testDatabase();
  const runner = await testRunner({ store, concurrency });
  const accounts = await Promise.all(
    ACCOUNTS.map((account) => {
      runner.snapshots.write(account, snapshotText({ account, resources: manyBuckets(3) }));
      return addTestAccount(store.db, account, account);
    }),
  );
  const holdMerges = async () => {
    const other = connect(store.connection, 1);
    onTestFinished(() => other.destroy());
    const held = await other.startTransaction().execute();
    await sql`lock table finding in share mode`.execute(held);
    return () => held.commit().execute();
  };
  return { ...runner, accounts, holdMerges };
}

const statuses = async (db: Kysely<Tables>) =>
  (await db.selectFrom('scan').select('status').orderBy('queued_at').execute()).map(({ status }) => status);

test('so many scans run at a time, and the next is queued', async () => {
  const { db, accounts, holdMerges, start, until, runner } = await testbed(2);
  const release = await holdMerges();
  const scans = [];
  for (const account of accounts) scans.push(await start([account]));
  const [first = '', second = '', third = ''] = scans;
  await Promise.all([until(first, isMerging), until(second, isMerging)]);
  expect(await statuses(db)).toEqual(['RUNNING', 'RUNNING', 'QUEUED']);
  await release();
  expect(await runner.finished(third, LONG)).toBe(true);
});

test('a scan of an account waits for the one before, though there is room for more', async () => {
  const { db, accounts, holdMerges, start, until, runner } = await testbed(2);
  const release = await holdMerges();
  const [account = '', other = ''] = accounts;
  const first = await start([account]);
  await until(first, isMerging);
  const [waiting, free] = [await start([account]), await start([other])];
  await until(free, isMerging);
  expect(await statuses(db)).toEqual(['RUNNING', 'QUEUED', 'RUNNING']);
  await release();
  expect(await runner.finished(waiting, LONG)).toBe(true);
});

test('a scan is cancelled while it merges, and nothing of it stays', async () => {
  const { db, accounts, holdMerges, start, until, runner, scan } = await testbed(1);
  const release = await holdMerges();
  const id = await start(accounts.slice(0, 1));
  await until(id, isMerging);
  expect(await runner.cancel(id)).toBe(true);
  expect(await runner.finished(id, LONG)).toBe(true);
  await release();
  expect(await scan(id)).toMatchObject({ status: 'CANCELLED' });
  for (const table of ['resource', 'finding', 'scan_rollup', 'stage_resource', 'stage_finding'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
});

test('an attempt that loses its connection is made again', async () => {
  const { db, accounts, holdMerges, start, until, runner, scan, eventsOf } = await testbed(1);
  const release = await holdMerges();
  const id = await start(accounts.slice(0, 1));
  await until(id, isMerging);
  await sql`
    select pg_terminate_backend(pid, 5000) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
      and pid in (select pid from pg_stat_activity where application_name = 'plumbline')`.execute(db);
  await release();
  expect(await runner.finished(id, LONG)).toBe(true);
  expect((await scan(id)).status).toBe('PARTIAL');
  const messages = (await eventsOf(id)).flatMap(({ kind, payload }) =>
    kind === 'log' ? [(payload as { message: string }).message] : [],
  );
  expect(messages).toContain('The scan of Acme was interrupted and starts again.');
});

test('a scan that is broken off again and again fails, and says so', async () => {
  const { db, accounts, start, scan } = await testbed(1);
  await sql`alter table resource_version rename to away`.execute(db);
  const id = await start(accounts.slice(0, 1));
  const atOnce = async () => {
    await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(db);
    return (await scan(id)).failure;
  };
  await expect
    .poll(atOnce, { timeout: 2 * LONG })
    .toMatchObject({ code: 'BROKEN_OFF', message: 'The scan was broken off 4 times.' });
  expect((await scan(id)).status).toBe('FAILED');
}, 120_000);

test('a disk without room fails the scan, says so, and leaves what was there', async () => {
  const { db, accounts, start, runner, scan } = await testbed(1);
  await sql`
    create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`.execute(
    db,
  );
  await sql`create trigger full_disk before insert on finding for each row execute function full_disk()`.execute(db);
  const id = await start(accounts.slice(0, 1));
  expect(await runner.finished(id, LONG)).toBe(true);
  expect(await scan(id)).toMatchObject({ status: 'FAILED', failure: { code: 'DISK_FULL' } });
  for (const table of ['resource', 'stage_finding'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
});
