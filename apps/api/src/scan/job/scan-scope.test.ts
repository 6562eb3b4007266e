import { account, bucket } from '@plumbline/model/testing';
import { rules } from '@plumbline/rules';
import { expect, test } from 'vitest';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';

const OPEN = { publicAccessBlock: null };
const REGIONS = ['eu-west-1', 'us-east-1'];
const ireland = bucket({ ...OPEN, name: 'ireland' });
const virginia = bucket({ ...OPEN, name: 'virginia', region: 'us-east-1' });

test('a scan of one region leaves the others as they were', async () => {
  const { db, scan } = await scanTestbed();
  const results = async () =>
    (await db.selectFrom('finding').select(['region', 'result', 'stale']).orderBy('region').execute()).map(
      ({ region, result, stale }) => `${region} ${result}${stale ? ' stale' : ''}`,
    );
  await scan({ resources: [ireland, virginia], regions: REGIONS });
  await scan({ regions: REGIONS }, { scope: { regions: ['eu-west-1'] } });
  expect(await results()).toEqual(['eu-west-1 not-applicable', 'us-east-1 fail']);
  const gone = await db.selectFrom('resource').select('name').where('deleted_at', 'is not', null).execute();
  expect(gone).toEqual([{ name: 'ireland' }]);
});

test('a region that the snapshot does not have is a gap', async () => {
  const { scan, gaps } = await scanTestbed();
  const ended = await scan({ resources: [ireland] }, { scope: { regions: ['eu-west-1', 'us-east-1'] } });
  expect(ended.status).toBe('PARTIAL');
  expect(await gaps()).toMatchObject([{ kind: 'NOT_RECORDED', fact: 'region us-east-1', resources: null }]);
});

test('a scan of another service or of other rules touches no finding', async () => {
  const { db, scan, finding } = await scanTestbed();
  await scan({ resources: [ireland] });
  const before = await finding();
  const fixed = { resources: [bucket({ name: 'ireland' })] };
  await scan(fixed, { scope: { services: ['iam'] } });
  await scan(fixed, { scope: { rules: ['aws-iam-*'] } });
  expect(await finding()).toEqual(before);
  await scan(fixed, { scope: { services: ['s3'], rules: ['aws-s3-bucket-*-public-access'] } });
  expect(await finding()).toMatchObject({ result: 'pass' });
  expect(await db.selectFrom('scan_rollup').select('n').execute()).toHaveLength(2);
});

test('an account is scanned only in its regions', async () => {
  const { db, scan } = await scanTestbed();
  await db
    .updateTable('account')
    .set({ regions: ['us-east-1'] })
    .execute();
  await scan({ resources: [account(), ireland, virginia], regions: REGIONS });
  const names = await db.selectFrom('resource').select('name').orderBy('name').execute();
  expect(names.map(({ name }) => name)).toEqual(['111122223333', 'virginia']);
});

test('findings of a rule that no longer exists are closed, but not by a scan of other rules', async () => {
  const { db, scan, finding } = await scanTestbed();
  const others = rules.filter(({ id }) => id !== BLOCKS && id.startsWith('aws-s3-'));
  await scan({ resources: [ireland] });
  await scan({ resources: [ireland] }, { registry: others, scope: { rules: ['aws-iam-*'] } });
  expect(await finding()).toMatchObject({ result: 'fail' });
  await scan({ resources: [ireland] }, { registry: others });
  const closed = await db.selectFrom('finding').selectAll().where('rule_key', '=', BLOCKS).executeTakeFirstOrThrow();
  expect(closed).toMatchObject({ result: 'not-applicable', resolved_at: expect.any(Date) });
});

test("findings of a user's own rule that is not loaded wait for it, unless their resource is gone", async () => {
  const { scan, finding } = await scanTestbed();
  const own = rules.filter(({ id }) => id === BLOCKS).map((rule) => ({ ...rule, id: 'custom-blocks' }));
  await scan({ resources: [ireland] }, { registry: own });
  const before = await finding();
  await scan({ resources: [bucket({ name: 'ireland' })] }, { registry: [] });
  expect(await finding()).toEqual(before);
  await scan({}, { registry: [] });
  expect(await finding()).toMatchObject({ result: 'not-applicable' });
});

test('a resource that is gone closes its findings even of rules that the scan did not evaluate', async () => {
  const { scan, finding } = await scanTestbed();
  await scan({ resources: [ireland] });
  await scan({}, { scope: { rules: ['aws-iam-*'] } });
  expect(await finding()).toMatchObject({ result: 'not-applicable' });
});
