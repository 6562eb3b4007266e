import { account, bucket, notCollected } from '@plumbline/model/testing';
import { rules } from '@plumbline/rules';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { insertAccount } from '../../testing/rows.ts';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';
import { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { sample } from './sample.ts';

const ACLS = 'aws-s3-bucket-disables-acls';
const two = rules.filter(({ id }) => id === BLOCKS || id === ACLS);
const TREND = `query ($points: Int! = 30, $range: TimeRange) { posture { score openFindings { total }
  trend(points: $points, range: $range) { at score openFindings { high medium total } } } }`;

interface Point {
  readonly at: string;
  readonly score: number;
  readonly openFindings: { readonly total: number };
}

/** Scans with two rules of S3: one that weighs 5, one that weighs 3. */
async function trendTestbed() {
  const testbed = await scanTestbed();
  const counting = countingStatements(testbed.db);
  const api = await testApi({ db: counting.db, catalogue: new RuleCatalogue(two) });
  const scan = (resources: readonly ReturnType<typeof bucket>[], scope = {}) =>
    testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...resources] }, { registry: two, scope });
  const posture = async (variables: Record<string, unknown> = {}) => (await api.ask(TREND, variables)).posture;
  const scores = async () => (await posture()).trend.map(({ score }: Point) => score);
  return { ...testbed, ...api, scan, posture, scores, during: counting.during };
}

const shut = (name: string) => bucket({ name });
const open = (name: string) => bucket({ name, publicAccessBlock: null });
const half = (100 * (5 * 0.5 + 3)) / 8;

test('a point for each scan, each with the score that the posture had then', async () => {
  const { scan, posture } = await trendTestbed();
  expect(await posture()).toMatchObject({ score: null, trend: [] });
  const then: { score: number; openFindings: { total: number } }[] = [];
  for (const resources of [[shut('a')], [open('a'), shut('b')], [open('a'), open('b')], [shut('a'), shut('b')]]) {
    await scan(resources);
    const { trend: _, ...now } = await posture();
    then.push(now);
  }
  const { trend } = await posture();
  expect(trend.map(({ score, openFindings: { total } }: Point) => ({ score, openFindings: { total } }))).toEqual(then);
  expect(then.map(({ score }) => score)).toEqual([100, half, 37.5, 100]);
  expect(trend[1].openFindings).toEqual({ high: 1, medium: 0, total: 1 });
});

test('what can no longer be looked at does not make the score any better', async () => {
  const { scan, scores } = await trendTestbed();
  await scan([open('a'), shut('b')]);
  await scan([bucket({ name: 'a', publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }), shut('b')]);
  expect(await scores()).toEqual([half, half]);
});

test('a scan of some rules leaves what the others counted, and a recheck is no point', async () => {
  const { db, scan, scores } = await trendTestbed();
  await scan([open('a'), shut('b')]);
  await scan([shut('a'), shut('b')], { rules: [ACLS] });
  expect(await scores()).toEqual([half, half]);
  const { id } = await db.selectFrom('resource').select('id').where('name', '=', 'a').executeTakeFirstOrThrow();
  await scan([shut('a'), shut('b')], { rules: [BLOCKS], resources: [id] });
  expect(await scores()).toEqual([half, half]);
});

test('the accounts of the scope are added up, and of each scan the difference is told', async () => {
  const { db, scan, ask } = await trendTestbed();
  await scan([open('a'), shut('b')]);
  await scan([shut('a'), shut('b')]);
  await insertAccount(db, { externalId: '999999999999', name: 'Other' });
  const {
    all,
    other,
    scan: newest,
  } = await ask(`{ all: posture { trend { score } }
    other: posture(scope: {account: ["999999999999"]}) { trend { score } } scan(id: "latest") { diff { scoreChange } } }`);
  expect(all.trend).toEqual([{ score: half }, { score: 100 }]);
  expect(other.trend).toEqual([]);
  expect(newest.diff.scoreChange).toBe(100 - half);
});

test('what came for the first time is told of the point at which it did', async () => {
  const { scan, ask, db } = await trendTestbed();
  const annotations = async () =>
    (await ask('{ posture { trend { annotations } } }')).posture.trend.map(
      ({ annotations }: { annotations: readonly string[] }) => annotations,
    );
  await scan([shut('a')], { rules: [ACLS] });
  await scan([shut('a')], { rules: [ACLS] });
  await scan([shut('a'), open('b')]);
  expect(await annotations()).toEqual([
    ['Acme was scanned for the first time.'],
    [],
    [`1 rule passed or failed for the first time: ${BLOCKS}.`],
  ]);
  const other = await insertAccount(db, { externalId: '999999999999', name: 'Other' });
  await sql`insert into scan_account (scan_id, account_id, status, progress, finished_at)
    select id, ${other}, 'SUCCEEDED', '{}', finished_at from scan order by finished_at offset 1 limit 1`.execute(db);
  expect((await annotations())[1]).toEqual(['Other was scanned for the first time.']);
});

test('of the last 30 days the change of the score is told', async () => {
  const { scan, ask, db } = await trendTestbed();
  const change = async () => (await ask('{ posture { change30d } }')).posture.change30d;
  expect(await change()).toBeNull();
  await scan([open('a'), shut('b')]);
  await scan([shut('a'), shut('b')]);
  expect(await change()).toBeNull();
  await sql`update scan_account set finished_at = now() - interval '31 days'
    where finished_at = (select min(finished_at) from scan_account)`.execute(db);
  expect(await change()).toBe(100 - half);
});

test('of more scans than points those that lie evenly among them; what is out of bounds is refused', async () => {
  const { scan, posture, post, during } = await trendTestbed();
  for (const resources of [[shut('a')], [open('a')], [shut('a')], [open('a')]]) await scan(resources);
  const { trend } = await posture();
  expect((await posture({ points: 2 })).trend).toEqual([trend[0], trend[3]]);
  expect((await posture({ points: 1 })).trend).toEqual([trend[3]]);
  expect((await posture({ range: { from: trend[1].at, to: trend[3].at } })).trend).toEqual(trend.slice(1, 3));
  expect(await during(() => posture({ points: 1 }))).toBe(await during(() => posture()));
  for (const variables of [{ points: 0 }, { points: 367 }, { range: { lastDays: 0 } }])
    expect((await post({ query: TREND, variables })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test.each([
  [[1, 2, 3], 5, [1, 2, 3]],
  [[1, 2, 3, 4, 5], 3, [1, 3, 5]],
  [[1, 2, 3, 4, 5, 6], 4, [1, 3, 4, 6]],
  [[1, 2, 3], 1, [3]],
  [[], 3, []],
])('of %j at most %i', (items, most, expected) => {
  expect(sample(items, most)).toEqual(expected);
});
