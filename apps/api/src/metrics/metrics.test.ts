import { randomUUID } from 'node:crypto';
import { bucket } from '@plumbline/model/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../store/connect.ts';
import { testApi } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';
import { testLog } from '../testing/log.ts';
import { insertAccount, insertFindings } from '../testing/rows.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount, snapshotText } from '../testing/scans.ts';
import { Metrics } from './metrics.ts';
import { OperationNames } from './operation-names.ts';
import { StoreFigures } from './store-figures.repository.ts';
import { StoreMetrics } from './store-metrics.ts';
import { watchDatabase, watchScans } from './watch-database.ts';

/** The value of a series of the answer to `/metrics`. */
const series = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((line) => line.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

test('requests are measured by operation and outcome', async () => {
  const { db } = await testDatabase();
  const { url, ask, post, follow } = await testApi({ db });
  await ask('query Page { findings(first: 1) { totalCount } }');
  await post({ query: 'query Page { findings(first: 999) { totalCount } }' });
  await post({ query: '{ nonsense }' });
  await follow('{ serverInfo { version } }');
  const read = async () => (await fetch(`${url}/metrics`)).text();
  const counted = (operation: string, outcome: string) => async () =>
    series(
      await read(),
      `plumbline_graphql_request_duration_seconds_count{operation="${operation}",type="query",outcome="${outcome}"}`,
    );
  await expect.poll(counted('Page', 'ok')).toBe(1);
  await expect.poll(counted('Page', 'refused')).toBe(1);
  await expect.poll(counted('anonymous', 'ok')).toBe(1);
  expect(await read()).not.toContain('nonsense');
});

test('an operation may have any name, and the metric does not grow with that', () => {
  const names = new OperationNames();
  const labels = Array.from({ length: 1000 }, (_, index) => names.label(`Name${index}`));
  expect(new Set(labels).size).toBe(101);
  expect([names.label('Name0'), names.label('Name999'), names.label(null)]).toEqual(['Name0', 'other', 'anonymous']);
});

test('findings, resources, jobs and scans are told as the store has them', async () => {
  const { db } = await testDatabase();
  const metrics = new Metrics();
  const stored = new StoreMetrics(new StoreFigures(db), metrics);
  metrics.onRead(() => stored.read());
  const accountId = await insertAccount(db);
  await insertFindings(db, [
    { accountId, resource: 'a', severity: 'critical' },
    { accountId, resource: 'b', severity: 'critical' },
    { accountId, resource: 'b', rule: 'aws-s3-one', result: 'pass' },
  ]);
  const scan = async (status: string, seconds: number | null) => {
    const id = randomUUID();
    await sql`insert into scan (id, status, scope, started_at, finished_at) values (${id}, ${status}, '{}',
      now() + interval '1 minute', now() + interval '1 minute' + make_interval(secs => ${seconds}::float8))`.execute(
      db,
    );
    await sql`insert into scan_account (scan_id, account_id, status, progress) values (${id}, ${accountId}, ${status}, '{}')`.execute(
      db,
    );
  };
  await scan('SUCCEEDED', 3);
  await scan('FAILED', 0.5);
  await scan('RUNNING', null);
  await metrics.text();
  const text = await metrics.text();
  expect(
    [
      'plumbline_findings{result="fail",severity="critical"}',
      'plumbline_findings{result="pass",severity="high"}',
      'plumbline_resources',
      'plumbline_scan_jobs{status="RUNNING"}',
      'plumbline_scan_jobs{status="QUEUED"}',
      'plumbline_scans_total{status="SUCCEEDED"}',
      'plumbline_scans_total{status="FAILED"}',
      'plumbline_scan_duration_seconds_sum',
      'plumbline_database_up',
    ].map((name) => series(text, name)),
  ).toEqual([2, 1, 2, 1, 0, 1, 1, 3.5, 1]);
  await scan('SUCCEEDED', 4);
  expect(series(await metrics.text(), 'plumbline_scans_total{status="SUCCEEDED"}')).toBe(2);
});

test('a database that is away is told, and no obstacle', async () => {
  const { connection } = await testDatabase();
  const metrics = new Metrics();
  const stored = new StoreMetrics(new StoreFigures(connect({ ...connection, host: '/nowhere' })), metrics);
  metrics.onRead(() => stored.read());
  expect(series(await metrics.text(), 'plumbline_database_up')).toBe(0);
});

test('a slow statement is told under its request’s id, without its values', async () => {
  const { connection } = await testDatabase();
  const { log, lines } = testLog();
  const metrics = new Metrics();
  const db = connect(connection, 2, watchDatabase(metrics, log, 0));
  const { send } = await testApi({ db, serving: { log } });
  const query = 'query Named($text: String) { findings(first: 0, filter: {text: $text}) { totalCount } }';
  await send({ query, variables: { text: 'hunter2' } }, { 'x-request-id': 'mine' });
  const slow = lines.filter(({ sql }) => sql !== undefined);
  expect(slow).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      requestId: 'mine',
      operation: 'Named',
      sql: expect.stringMatching(/^select .*\$1/),
    }),
  );
  expect(JSON.stringify(lines)).not.toContain('hunter2');
  const text = await metrics.text();
  expect(series(text, 'plumbline_database_slow_statements_total{by="request"}')).toBe(slow.length);
  expect(series(text, 'plumbline_database_connections{state="open"}')).toBeGreaterThan(0);
  await db.destroy();
});

test('so is a slow statement of a scan, in its thread, with the scan that it is of', async () => {
  const { log, lines } = testLog();
  const metrics = new Metrics();
  const { db, snapshots, runner, start } = await testRunner({ statements: watchScans(metrics, log, 0) });
  snapshots.write('a.ndjson', snapshotText({ resources: [bucket({ name: 'hunter2', publicAccessBlock: null })] }));
  const accountId = await addTestAccount(db, 'a.ndjson');
  const scanId = await start([accountId]);
  expect(await runner.finished(scanId, 60_000)).toBe(true);
  const sql = expect.stringMatching(/^insert into stage_resource .*\$1/) as string;
  await expect
    .poll(() => lines)
    .toContainEqual(expect.objectContaining({ level: 'warn', scanId, accountId, durationMs: expect.any(Number), sql }));
  await runner.stop();
  expect(JSON.stringify(lines)).not.toContain('hunter2');
  const slow = lines.filter(({ sql }) => sql !== undefined).length;
  const text = await metrics.text();
  expect(series(text, 'plumbline_database_slow_statements_total{by="scan"}')).toBe(slow);
  expect(series(text, 'plumbline_database_statement_duration_seconds_count{by="scan"}')).toBe(slow);
});
