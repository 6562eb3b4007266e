import { bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { manyBuckets } from '../../testing/many-buckets.ts';
import { testRunner } from '../../testing/scan-runner.ts';
import { addTestAccount, snapshotText } from '../../testing/scans.ts';

const START = `mutation ($input: StartScanInput!) { startScan(input: $input) {
  completed errors { code message path hint }
  scan { id status scope { services rules } accounts { name } results { pass fail unknown notApplicable } severityCounts { high total }
    progress { percent phase } failure { code message source line } gaps { service action kind message affectedRules hint account { name } } } } }`;

async function scanningApi() {
  const runner = await testRunner();
  const { db, snapshots } = runner;
  const accountId = await addTestAccount(db, 'account.ndjson');
  const api = await testApi({ db, scans: runner.runner, snapshotDirectory: snapshots.directory });
  return {
    ...api,
    db,
    accountId,
    write: (resources: Parameters<typeof snapshotText>[0]['resources']) =>
      snapshots.write('account.ndjson', snapshotText({ resources })),
    start: async (input: Record<string, unknown>) => (await api.ask(START, { input })).startScan,
  };
}

test('a scan that is waited for comes back with what it found', async () => {
  const { write, start, ask } = await scanningApi();
  write(manyBuckets(20));
  const { completed, errors, scan } = await start({ waitSeconds: 60, rules: ['aws-s3-bucket-blocks-public-access'] });
  expect({ completed, errors }).toEqual({ completed: true, errors: [] });
  expect(scan).toMatchObject({
    status: 'SUCCEEDED',
    results: { fail: 2, pass: 18 },
    severityCounts: { high: 2, total: 2 },
  });
  expect(scan).toMatchObject({
    progress: { percent: 100, phase: 'DONE' },
    accounts: [{ name: 'Acme' }],
    failure: null,
    gaps: [],
  });
  expect(await ask('{ scan(id: "latest") { id } accounts { nodes { lastScan { id } } } }')).toEqual({
    scan: { id: scan.id },
    accounts: { nodes: [{ lastScan: { id: scan.id } }] },
  });
});

test('what could not be read is told with what to do', async () => {
  const { write, start } = await scanningApi();
  write([bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })]);
  const { scan } = await start({ waitSeconds: 60, rules: ['aws-s3-bucket-blocks-public-access'] });
  expect(scan.status).toBe('PARTIAL');
  expect(scan.gaps).toContainEqual(
    expect.objectContaining({
      service: 's3',
      kind: 'PERMISSION',
      action: 's3:GetBucketPublicAccessBlock',
      hint: expect.stringContaining('Allow s3:GetBucketPublicAccessBlock'),
      account: { name: 'Acme' },
    }),
  );
});

test('a scan whose source cannot be read says why', async () => {
  const { start } = await scanningApi();
  const { scan } = await start({ waitSeconds: 60 });
  expect(scan).toMatchObject({
    status: 'FAILED',
    failure: { code: 'NOT_FOUND', source: 'account.ndjson', line: null },
  });
});

test.each([
  [{ accounts: ['999999999999'] }, 'NOT_FOUND', 'accounts', '999999999999'],
  [{ accounts: ['demo'] }, 'NOT_FOUND', 'accounts', 'demo'],
  [{ services: ['s4'] }, 'INVALID', 'services', 's4'],
  [{ regions: ['europe'] }, 'INVALID', 'regions', 'europe'],
  [{ rules: ['aws-s4-*'] }, 'INVALID', 'rules', 'aws-s4-*'],
  [{ services: ['ec2'], rules: ['aws-s3-*'] }, 'INVALID', 'rules', 'ec2'],
  [{ waitSeconds: 121 }, 'INVALID', 'waitSeconds', '120'],
])('%j is refused as %s', async (input, code, field, named) => {
  const { start, db } = await scanningApi();
  const { scan, errors } = await start(input);
  expect(scan).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({ code, path: ['input', field], message: expect.stringContaining(named) }),
  ]);
  expect(await db.selectFrom('scan').selectAll().execute()).toEqual([]);
});

test('the same idempotency key gives the same scan', async () => {
  const { write, start } = await scanningApi();
  write([]);
  const first = await start({ idempotencyKey: 'nightly' });
  expect((await start({ idempotencyKey: 'nightly' })).scan.id).toBe(first.scan.id);
});

test('the same idempotency key with another input is refused, and starts nothing', async () => {
  const { write, start, db } = await scanningApi();
  write([]);
  const first = await start({ idempotencyKey: 'nightly' });
  const { scan, errors } = await start({ idempotencyKey: 'nightly', services: ['s3'] });
  expect(scan).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      code: 'CONFLICT',
      path: ['input', 'idempotencyKey'],
      message: expect.stringContaining(first.scan.id),
    }),
  ]);
  expect(await db.selectFrom('scan').selectAll().execute()).toHaveLength(1);
});

test('the same key gives the same scan, though there are more accounts by now', async () => {
  const { write, start, db } = await scanningApi();
  write([]);
  const first = await start({ idempotencyKey: 'nightly' });
  await addTestAccount(db, 'other.ndjson', '444455556666');
  expect((await start({ idempotencyKey: 'nightly' })).scan.id).toBe(first.scan.id);
});

const CANCEL = 'mutation ($id: ID!) { cancelScan(input: {id: $id}) { scan { status } errors { code } } }';

test('a scan can be cancelled until it has ended', async () => {
  const { write, start, ask } = await scanningApi();
  write(manyBuckets(1));
  const { scan } = await start({ waitSeconds: 60 });
  expect((await ask(CANCEL, { id: scan.id })).cancelScan.errors).toEqual([{ code: 'WRONG_STATE' }]);
  expect((await ask(CANCEL, { id: 'scn_nonsense' })).cancelScan.errors).toEqual([{ code: 'NOT_FOUND' }]);
  write(manyBuckets(20_000));
  const { id } = (await start({})).scan;
  expect((await ask(CANCEL, { id })).cancelScan.errors).toEqual([]);
  const { status } = (await ask('query ($id: ID!) { scan(id: $id) { status } }', { id })).scan;
  expect(['QUEUED', 'RUNNING', 'CANCELLED']).toContain(status);
});

const FOLLOW = `subscription ($scan: ID!, $after: Int) { scanEvents(scan: $scan, after: $after) {
  __typename sequence ... on ScanFindings { findings { message } } ... on ScanFinished { scan { status results { fail } } } } }`;

interface Event {
  readonly __typename?: string;
  readonly sequence?: number;
}

test('a subscription tells all that happens, to the end, and goes on after what was seen', async () => {
  const { write, start, follow } = await scanningApi();
  const events = async (variables: Record<string, unknown>) =>
    (await follow(FOLLOW, variables)).map(({ data }) => data?.['scanEvents'] as Event);
  write(manyBuckets(20));
  const { scan } = await start({ rules: ['aws-s3-bucket-blocks-public-access'] });
  const all = await events({ scan: scan.id });
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
  expect(all.at(-1)).toMatchObject({ __typename: 'ScanFinished', scan: { status: 'SUCCEEDED', results: { fail: 2 } } });
  expect(all.find(({ __typename }) => __typename === 'ScanFindings')).toMatchObject({ findings: [{}, {}] });
  expect(await events({ scan: 'latest', after: 2 })).toEqual(all.slice(2));
});

test('a subscription that broke off goes on after what was seen, though the scan has ended meanwhile', async () => {
  const { write, start, follow } = await scanningApi();
  write(manyBuckets(100));
  const { scan } = await start({ rules: ['aws-s3-bucket-blocks-public-access'] });
  const seen = await follow(FOLLOW, { scan: scan.id }, 3);
  const whole = await follow(FOLLOW, { scan: scan.id });
  const rest = await follow(FOLLOW, { scan: scan.id, after: 3 });
  const sequences = [...seen, ...rest].map(({ data }) => (data as { scanEvents: Event } | null)?.scanEvents.sequence);
  expect(sequences).toEqual(whole.map((_, index) => index + 1));
});

test('who follows a scan that is not there is told', async () => {
  const { follow } = await scanningApi();
  const [result] = await follow(FOLLOW, { scan: 'scn_nonsense' });
  expect(result?.errors).toEqual([
    expect.objectContaining({
      message: 'There is no scan scn_nonsense.',
      extensions: { code: 'NOT_FOUND', requestId: expect.any(String) },
    }),
  ]);
});

test('the log can be read by pages', async () => {
  const { write, start, ask } = await scanningApi();
  write(manyBuckets(1));
  const { scan } = await start({ waitSeconds: 60 });
  const QUERY = `query ($id: ID!, $first: Int, $after: String) { scan(id: $id) { events(first: $first, after: $after) {
    nodes { sequence __typename } pageInfo { hasNextPage endCursor } } } }`;
  const read = async (after: string | null) => (await ask(QUERY, { id: scan.id, first: 3, after })).scan.events;
  const first = await read(null);
  const second = await read(first.pageInfo.endCursor);
  expect([...first.nodes, ...second.nodes].map((event: Event) => event.sequence)).toEqual(
    [...first.nodes, ...second.nodes].map((_, index) => index + 1),
  );
  expect(second.nodes.length).toBeGreaterThan(0);
});

test('scans are listed newest first, by account and state', async () => {
  const { write, start, ask } = await scanningApi();
  const failed = (await start({ waitSeconds: 60 })).scan.id;
  write(manyBuckets(1));
  const good = (await start({ waitSeconds: 60, rules: ['aws-s3-bucket-blocks-public-access'] })).scan.id;
  const QUERY = 'query ($filter: ScanFilter) { scans(filter: $filter) { totalCount nodes { id } } }';
  const list = async (filter: unknown) =>
    (await ask(QUERY, { filter })).scans.nodes.map((scan: { id: string }) => scan.id);
  expect(await list(null)).toEqual([good, failed]);
  expect(await list({ status: ['FAILED'] })).toEqual([failed]);
  expect(await list({ account: ['111122223333'] })).toEqual([good, failed]);
  expect(await list({ account: ['999999999999'] })).toEqual([]);
});
