import { account, bucket, notCollected } from '@plumbline/model/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';
import { snapshotText } from '../../testing/scans.ts';

const OPEN = { publicAccessBlock: null };
const HEALTHY_ACCOUNT = account({ s3PublicAccessBlock: null });
const open = { resources: [HEALTHY_ACCOUNT, bucket(OPEN)] };
const fixed = { resources: [HEALTHY_ACCOUNT, bucket()] };
const denied = {
  resources: [HEALTHY_ACCOUNT, bucket({ publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })],
};
const gone = { resources: [HEALTHY_ACCOUNT] };
const ACCOUNT_LISTED = { type: 'AWS::Account', region: 'global', complete: true } as const;
const BUCKETS_DENIED = {
  type: 'AWS::S3::Bucket',
  region: 'global',
  complete: false,
  notCollected: { reason: 'ACCESS_DENIED', action: 's3:ListAllMyBuckets', message: 'Access Denied' },
} as const;

test('a listing that was denied is counted as unknown for each rule, and covers nothing', async () => {
  const { db, scan } = await scanTestbed();
  await scan({ resources: [HEALTHY_ACCOUNT], listings: [ACCOUNT_LISTED, BUCKETS_DENIED] });
  expect(await db.selectFrom('scan_rollup').select(['rule_key', 'region', 'outcome', 'n']).execute()).toEqual([
    { rule_key: BLOCKS, region: 'global', outcome: 'unknown', n: 1 },
  ]);
  expect(await db.selectFrom('scan_coverage').selectAll().execute()).toEqual([]);
});

test('a first scan keeps resources and failing findings; passes are only counted', async () => {
  const { db, scan, finding, changes } = await scanTestbed();
  const ended = await scan({
    resources: [
      HEALTHY_ACCOUNT,
      bucket({ ...OPEN, name: 'open', tags: { Team: 'Billing' } }),
      bucket({ name: 'shut' }),
    ],
  });
  expect(ended).toMatchObject({ status: 'SUCCEEDED', failure: null });
  expect(await db.selectFrom('resource').select('name').orderBy('name').execute()).toHaveLength(3);
  expect(await finding()).toMatchObject({
    rule_key: BLOCKS,
    result: 'fail',
    severity: 2,
    stale: false,
    resource_type: 'AWS::S3::Bucket',
    service: 's3',
    region: 'eu-west-1',
    message: expect.stringMatching(/RestrictPublicBuckets are off for the bucket/),
    resolved_at: null,
    last_seen_at: null,
  });
  expect((await finding()).evidence).toHaveLength(4);
  for (const text of ['arn:aws:s3:::open', 'team=billing', 'are off for the bucket'])
    expect((await finding()).search).toContain(text);
  expect(await changes()).toEqual(['detected']);
  const rollups = await db.selectFrom('scan_rollup').select(['outcome', 'severity', 'n']).orderBy('outcome').execute();
  expect(rollups).toEqual([
    { outcome: 'fail', severity: 2, n: 1 },
    { outcome: 'pass', severity: 0, n: 1 },
  ]);
  const counts = await db.selectFrom('finding_count').select(['rule_key', 'result', 'severity', 'n']).execute();
  expect(counts).toEqual([{ rule_key: BLOCKS, result: 'fail', severity: 2, n: 1 }]);
});

test('a scan that finds everything as it was writes no resource, finding or count', async () => {
  const { db, scan, changes } = await scanTestbed();
  const written = async () => {
    const tables = ['resource', 'resource_version', 'finding', 'finding_event', 'finding_count'];
    const select = tables.map((table) => `select '${table}' as name, xmin::text, ctid::text from ${table}`);
    return (await sql.raw(`${select.join(' union all ')} order by 1, 2, 3`).execute(db)).rows;
  };
  await scan(open);
  const first = await written();
  await scan(open);
  expect(await written()).toEqual(first);
  expect(await changes()).toEqual(['detected']);
  const coverage = await db
    .selectFrom('scan_coverage')
    .innerJoin('scan', 'scan.id', 'scan_id')
    .select(['queued_at'])
    .execute();
  const newest = await db.selectFrom('scan').select('queued_at').orderBy('queued_at', 'desc').limit(1).execute();
  expect(coverage).toEqual(newest);
});

test('what is fixed is resolved; what breaks again is the same finding, reopened', async () => {
  const { db, scan, finding, changes } = await scanTestbed();
  await scan(open);
  const first = await finding();
  await scan(fixed);
  const closed = await finding();
  expect(closed).toMatchObject({ id: first.id, result: 'pass', message: first.message });
  expect(closed.resolved_at).toEqual(expect.any(Date));
  const { seen_to } = await db.selectFrom('resource_version').select('seen_to').executeTakeFirstOrThrow();
  expect(seen_to).toEqual(closed.resolved_at);
  await scan(open);
  expect(await finding()).toEqual({ ...first, last_change: 'reopened', last_change_at: expect.any(Date) });
  expect(await changes()).toEqual(['detected', 'resolved', 'reopened']);
  expect(await db.selectFrom('resource_version').select('hash').execute()).toHaveLength(2);
  expect(await db.selectFrom('finding_count').select(['result', 'n']).execute()).toEqual([{ result: 'fail', n: 1 }]);
});

test('a facet that is denied makes a failing finding stale, and does not resolve it', async () => {
  const { db, scan, finding, changes } = await scanTestbed();
  await scan(open);
  const first = await finding();
  const covered = await db.selectFrom('scan_coverage').select('at').executeTakeFirstOrThrow();
  expect(await scan(denied)).toMatchObject({ status: 'PARTIAL' });
  const stale = await finding();
  expect(stale).toMatchObject({ result: 'fail', stale: true, message: first.message, resolved_at: null });
  expect(stale.evidence).toEqual(first.evidence);
  expect(stale.missing).toMatchObject([{ fact: 'publicAccessBlock', reason: 'ACCESS_DENIED' }]);
  expect(stale.last_seen_at).toEqual(covered.at);
  await scan(denied);
  expect(await finding()).toEqual(stale);
  await scan(fixed);
  expect(await finding()).toMatchObject({ result: 'pass', stale: false, missing: [] });
  expect(await changes()).toEqual(['detected', 'went-stale', 'resolved']);
});

test('a failure that can be read again, and is as it was, is fresh and no news', async () => {
  const { scan, finding, changes } = await scanTestbed();
  await scan(open);
  const first = await finding();
  await scan(denied);
  await scan(open);
  expect(await finding()).toMatchObject({ stale: false, evidence: first.evidence, missing: [], last_seen_at: null });
  expect(await changes()).toEqual(['detected', 'went-stale']);
});

test('what has never been read is unknown, and counts as first seen when it fails', async () => {
  const { scan, finding, changes } = await scanTestbed();
  await scan(denied);
  const unknown = await finding();
  expect(unknown).toMatchObject({
    result: 'unknown',
    severity: 2,
    message: 'Could not be evaluated: s3:GetBucketPublicAccessBlock was denied.',
  });
  await scan(open);
  const failing = await finding();
  expect(failing).toMatchObject({ id: unknown.id, result: 'fail', missing: [] });
  expect(failing.first_seen_at.getTime()).toBeGreaterThan(unknown.first_seen_at.getTime());
  expect(await changes()).toEqual(['became-unknown', 'detected']);
});

test('a resource that is missing from a complete listing is gone, and its findings are closed', async () => {
  const { db, scan, finding, changes } = await scanTestbed();
  await scan({ resources: [bucket(OPEN)] });
  const first = await finding();
  expect(await scan({})).toMatchObject({ status: 'SUCCEEDED' });
  expect(await finding()).toMatchObject({ id: first.id, result: 'not-applicable', resolved_at: expect.any(Date) });
  const resource = () => db.selectFrom('resource').selectAll().executeTakeFirstOrThrow();
  expect((await resource()).deleted_at).toEqual(expect.any(Date));
  await scan({ resources: [bucket(OPEN)] });
  expect(await resource()).toMatchObject({ deleted_at: null });
  expect(await finding()).toMatchObject({ id: first.id, result: 'fail', resolved_at: null });
  expect(await changes()).toEqual(['detected', 'resolved', 'reopened']);
});

test.each([
  ['denied', { ...gone, listings: [ACCOUNT_LISTED, BUCKETS_DENIED] }, 'ACCESS_DENIED'],
  ['left out of the recording', { ...gone, listings: [ACCOUNT_LISTED] }, 'NOT_RECORDED'],
])('a resource whose listing is %s may still be there: its finding goes stale', async (_, snapshot, reason) => {
  const { db, scan, finding, changes } = await scanTestbed();
  await scan(open);
  const covered = await db
    .selectFrom('type_coverage')
    .selectAll()
    .where('type', '=', 'AWS::S3::Bucket')
    .executeTakeFirstOrThrow();
  expect(await scan(snapshot)).toMatchObject({ status: 'PARTIAL' });
  expect(await finding()).toMatchObject({
    result: 'fail',
    stale: true,
    resolved_at: null,
    missing: [{ fact: 'AWS::S3::Bucket in global', reason, action: 's3:ListAllMyBuckets' }],
  });
  const resource = () =>
    db.selectFrom('resource').selectAll().where('name', '=', 'acme-invoices').executeTakeFirstOrThrow();
  expect(await resource()).toMatchObject({ deleted_at: null, last_seen_at: covered.at });
  await scan(snapshot);
  expect(await resource()).toMatchObject({ deleted_at: null, last_seen_at: covered.at });
  expect(await changes()).toEqual(['detected', 'went-stale']);
  await scan(open);
  expect(await resource()).toMatchObject({ last_seen_at: null });
  expect(await finding()).toMatchObject({ stale: false, missing: [], last_seen_at: null });
});

test('an outcome that reads otherwise is a change', async () => {
  const { scan, finding, changes } = await scanTestbed();
  await scan(open);
  const partly = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: false,
  };
  await scan({ resources: [HEALTHY_ACCOUNT, bucket({ publicAccessBlock: partly })] });
  expect(await finding()).toMatchObject({
    message: 'RestrictPublicBuckets is off for the bucket and for its account.',
  });
  expect(await changes()).toEqual(['detected', 'changed']);
});

test('a new tag is found by the text filter, without an event', async () => {
  const { scan, finding, changes } = await scanTestbed();
  await scan(open);
  await scan({ resources: [HEALTHY_ACCOUNT, bucket({ ...OPEN, tags: { owner: 'Ada' } })] });
  expect((await finding()).search).toContain('owner=ada');
  expect(await changes()).toEqual(['detected']);
});

test('keys in another order are no other configuration', async () => {
  const { db, scanText } = await scanTestbed();
  const partly = {
    BlockPublicAcls: true,
    IgnorePublicAcls: false,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: false,
  };
  const text = snapshotText({ resources: [HEALTHY_ACCOUNT, bucket({ publicAccessBlock: partly })] });
  const turned = text.replace(
    '"BlockPublicAcls":true,"BlockPublicPolicy":true',
    '"BlockPublicPolicy":true,"BlockPublicAcls":true',
  );
  expect(turned).not.toBe(text);
  const stored = () =>
    db.selectFrom('resource').selectAll().where('type', '=', 'AWS::S3::Bucket').executeTakeFirstOrThrow();
  await scanText(text);
  const first = await stored();
  await scanText(turned);
  const again = await stored();
  expect(again.hash).not.toBe(first.hash);
  expect(again).toEqual({ ...first, hash: again.hash });
  expect(await db.selectFrom('resource_version').selectAll().execute()).toEqual([]);
});
