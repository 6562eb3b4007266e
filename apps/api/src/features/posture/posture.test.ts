import { rules } from '@plumbline/rules';
import { account, bucket, notCollected, TEST_REGION } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';
import { addTestAccount } from '../../testing/scans.ts';
import { countingStatements } from '../../testing/statements.ts';
import { RuleCatalogue } from '../rules/rule-catalogue.ts';

const ACLS = 'aws-s3-bucket-disables-acls';
const two = rules.filter(({ id }) => id === BLOCKS || id === ACLS);

const POSTURE = `query ($scope: ScopeInput) { posture(scope: $scope) {
  score confidence unscannedAccounts formula counts { pass fail unknown notApplicable } openFindings { high total }
  bySeverity: breakdown { key weight score lost } byService: breakdown(by: SERVICE) { key lost }
  topActions { findings gain rule { key } } } }`;

/** Scans with two rules of S3: one of high severity, one of medium. */
async function postureTestbed() {
  const testbed = await scanTestbed();
  const api = await testApi({ db: testbed.db, catalogue: new RuleCatalogue(two) });
  const posture = async (scope: object | null = null) => (await api.ask(POSTURE, { scope })).posture;
  const scan = (resources: Parameters<typeof testbed.scan>[0]['resources'], options = {}) =>
    testbed.scan(
      { resources: [account({ s3PublicAccessBlock: null }), ...(resources ?? [])] },
      { registry: two, ...options },
    );
  return { ...testbed, ...api, posture, scan };
}

const shut = (name: string, facets = {}) => bucket({ name, ...facets });
const open = (name: string) => bucket({ name, publicAccessBlock: null });

test('is the share of passes, weighed by severity, with where the points go and what brings them back', async () => {
  const { scan, posture } = await postureTestbed();
  await scan([shut('a'), shut('b'), shut('c'), open('d')]);
  const weight = { high: 5, medium: 3 };
  const lost = (100 * weight.high * 0.25) / (weight.high + weight.medium);
  expect(await posture()).toEqual({
    score: 100 - lost,
    confidence: 1,
    unscannedAccounts: 0,
    formula: expect.stringContaining('Σ (weight × pass rate)'),
    counts: { pass: 7, fail: 1, unknown: 0, notApplicable: 0 },
    openFindings: { high: 1, total: 1 },
    bySeverity: [
      { key: 'HIGH', weight: 5 / 8, score: 75, lost },
      { key: 'MEDIUM', weight: 3 / 8, score: 100, lost: 0 },
    ],
    byService: [{ key: 's3', lost }],
    topActions: [{ findings: 1, gain: lost, rule: { key: BLOCKS } }],
  });
});

test('what could not be read lowers the confidence and not the score', async () => {
  const { scan, posture } = await postureTestbed();
  await scan([shut('a'), shut('b', { publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })]);
  expect(await posture()).toMatchObject({ score: 100, confidence: 3 / 4, counts: { pass: 3, unknown: 1 } });
});

test('before a scan there is nothing, and an account without one is told', async () => {
  const { db, scan, posture } = await postureTestbed();
  expect(await posture()).toMatchObject({ score: null, confidence: null, unscannedAccounts: 1, topActions: [] });
  await scan([shut('a')]);
  await addTestAccount(db, 'other.ndjson', '999999999999');
  expect(await posture()).toMatchObject({ score: 100, unscannedAccounts: 1 });
  expect(await posture({ account: ['999999999999'] })).toMatchObject({ score: null, unscannedAccounts: 1 });
});

describe('counts stand until they are counted anew', () => {
  test('a bucket that is gone no longer counts as a pass', async () => {
    const { scan, posture } = await postureTestbed();
    await scan([shut('a'), shut('b')]);
    await scan([shut('a')]);
    expect((await posture()).counts).toMatchObject({ pass: 2, fail: 0 });
    await scan([]);
    expect(await posture()).toMatchObject({ score: null, counts: { pass: 0 } });
  });
  test('a scan of some rules leaves what the others counted', async () => {
    const { scan, posture } = await postureTestbed();
    await scan([shut('a'), shut('b')]);
    await scan([shut('a'), shut('b'), shut('c')], { scope: { rules: ['aws-s3-bucket-dis*'] } });
    expect((await posture()).counts).toMatchObject({ pass: 2 + 3 });
    await scan([shut('a')]);
    expect((await posture()).counts).toMatchObject({ pass: 2 });
  });
  test('a scan of one region leaves what was counted in another', async () => {
    const { scan, posture } = await postureTestbed();
    const elsewhere = bucket({ name: 'b', region: 'us-east-1' });
    await scan([shut('a'), elsewhere]);
    await scan([shut('a'), shut('c'), elsewhere], { scope: { regions: [TEST_REGION] } });
    expect((await posture()).counts).toMatchObject({ pass: 4 + 2 });
  });
  test('a failure that can no longer be looked at stays one', async () => {
    const { scan, posture } = await postureTestbed();
    await scan([open('a')]);
    await scan([shut('a', { publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') })]);
    expect(await posture()).toMatchObject({ counts: { pass: 1, fail: 1, unknown: 1 }, confidence: 2 / 3 });
  });
});

test('the posture of an account is that of the account alone', async () => {
  const { db, ask, scan } = await postureTestbed();
  await scan([shut('a')]);
  const other = await insertAccount(db, { externalId: '999999999999', name: 'Other' });
  await insertFindings(db, [{ accountId: other, rule: BLOCKS, severity: 'high' }]);
  const { accounts, posture } = await ask('{ posture { score } accounts { nodes { name posture { score } } } }');
  expect(accounts.nodes).toEqual([
    { name: 'Acme', posture: { score: 100 } },
    { name: 'Other', posture: { score: 0 } },
  ]);
  expect(posture.score).toBe((100 * (5 * 0.5 + 3)) / 8);
});

test('it takes as many statements for many accounts as for one', async () => {
  const store = await testDatabase();
  const { db, during } = countingStatements(store.db);
  const { ask } = await testApi({ db });
  const count = () =>
    during(() => ask('{ posture { score openFindings { total } } accounts { nodes { posture { score } } } }'));
  await insertAccount(store.db, { externalId: '100000000000' });
  const one = await count();
  for (let n = 1; n < 9; n++) await insertAccount(store.db, { externalId: `10000000000${n}` });
  expect(await count()).toBe(one);
  expect(one).toBeLessThanOrEqual(6);
});
