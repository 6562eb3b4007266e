import { account, bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';
import { testRunner } from '../../testing/scan-runner.ts';
import { addTestAccount, EVERYTHING, snapshotText } from '../../testing/scans.ts';

const RECHECK = `mutation ($input: RecheckFindingInput!) { recheckFinding(input: $input) { completed errors { code path }
  scan { id status scope { rules resources } results { pass fail } failure { code } }
  finding { id result resolvedAt lastSeenAt delta evidence { snapshot } } } }`;
const ALL = `{ scans { totalCount } scan(id: "latest") { id } accounts { nodes { lastScan { id } } }
  findings(filter: {result: []}, first: 500) { nodes { id result lastSeenAt rule { key } resource { id name } evidence { snapshot } } } }`;

interface Shown {
  readonly id: string;
  readonly rule: { readonly key: string };
  readonly resource: { readonly id: string; readonly name: string };
}

async function recheckApi() {
  const runner = await testRunner();
  const { db, snapshots } = runner;
  const accountId = await addTestAccount(db, 'account.ndjson');
  const api = await testApi({ db, scans: runner.runner });
  const write = (...buckets: readonly ReturnType<typeof bucket>[]) =>
    snapshots.write(
      'account.ndjson',
      snapshotText({ resources: [account({ s3PublicAccessBlock: null }), ...buckets] }),
    );
  const scan = async () => runner.runner.finished(await runner.start([accountId]), 60_000);
  const recheck = async (input: Record<string, unknown>) => (await api.ask(RECHECK, { input })).recheckFinding;
  const all = async () => {
    const { findings, ...rest } = (await api.ask(ALL)) as { findings: { nodes: readonly Shown[] } };
    return { ...rest, findings: findings.nodes };
  };
  return { ...api, db, snapshots, accountId, write, scan, recheck, all };
}

const open = (name: string) => bucket({ name, publicAccessBlock: null, versioning: {} });

test('after a fix the finding passes, and nothing else is any different; what cannot be rechecked is told', async () => {
  const { db, snapshots, write, scan, recheck, all } = await recheckApi();
  write(open('a'), open('b'));
  await scan();
  const before = await all();
  const coverage = await db.selectFrom('scan_coverage').selectAll().execute();
  const { id, resource } = before.findings.find(
    ({ rule, resource: { name } }) => rule.key === BLOCKS && name === 'a',
  ) as Shown;
  write(bucket({ name: 'a' }), bucket({ name: 'b' }));
  const { finding, scan: small, ...answer } = await recheck({ id, waitSeconds: 60, idempotencyKey: 'again' });
  expect(answer).toEqual({ completed: true, errors: [] });
  expect(small).toMatchObject({
    status: 'SUCCEEDED',
    scope: { rules: [BLOCKS], resources: [resource.id] },
    results: { pass: 1, fail: 0 },
  });
  expect(finding).toMatchObject({ result: 'PASS', resolvedAt: expect.any(String), delta: 'RESOLVED' });
  expect(finding.evidence.snapshot.publicAccessBlock).not.toBeNull();
  const after = await all();
  const others = ({ findings }: typeof after) => findings.filter((one) => one.id !== id);
  expect({ ...after, findings: others(after) }).toEqual({ ...before, findings: others(before) });
  expect(await db.selectFrom('scan_coverage').selectAll().execute()).toEqual(coverage);
  expect((await recheck({ id, idempotencyKey: 'again' })).scan.id).toBe(small.id);
  const [another] = others(after);
  expect(await recheck({ id: another?.id, idempotencyKey: 'again' })).toMatchObject({
    scan: null,
    errors: [{ code: 'CONFLICT', path: ['input', 'idempotencyKey'] }],
  });

  expect(await recheck({ id: 'fnd_nonsense', waitSeconds: 121 })).toEqual({
    completed: false,
    errors: [
      { code: 'NOT_FOUND', path: ['input', 'id'] },
      { code: 'INVALID', path: ['input', 'waitSeconds'] },
    ],
    scan: null,
    finding: null,
  });
  snapshots.write('account.ndjson', 'no snapshot\n');
  expect(await recheck({ id, waitSeconds: 60 })).toMatchObject({
    completed: true,
    errors: [],
    scan: { status: 'FAILED', failure: { code: expect.any(String) } },
    finding: { id, result: 'PASS' },
  });
}, 120_000);

/** A scan of one open bucket, and rechecks of its finding. */
async function recheckTestbed() {
  const testbed = await scanTestbed();
  const scan = (resources: readonly ReturnType<typeof bucket>[], scope = {}) =>
    testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...resources] }, { scope });
  await scan([open('a'), open('b')]);
  const { id, resource_id } = await testbed.db
    .selectFrom('finding')
    .innerJoin('resource', 'resource.id', 'resource_id')
    .select(['finding.id', 'resource_id'])
    .where('name', '=', 'a')
    .executeTakeFirstOrThrow();
  const { ask } = await testApi({ db: testbed.db });
  return {
    ...testbed,
    scan,
    recheck: (...resources: readonly ReturnType<typeof bucket>[]) =>
      scan(resources, { ...EVERYTHING, rules: [BLOCKS], resources: [resource_id] }),
    a: async () => (await ask(`{ finding(id: "fnd_${id}") { result stale lastSeenAt } }`)).finding,
    b: () => testbed.db.selectFrom('finding').selectAll().where('id', '<>', id).executeTakeFirstOrThrow(),
  };
}

test('a finding that still fails was last evaluated now, until its rule is covered by a later scan', async () => {
  const { db, scan, recheck, a, b } = await recheckTestbed();
  const [before, other] = [await a(), await b()];
  await recheck(open('a'), open('b'));
  const rechecked = await a();
  expect(rechecked).toMatchObject({ result: 'FAIL', lastSeenAt: expect.any(String) });
  expect(Date.parse(rechecked.lastSeenAt)).toBeGreaterThan(Date.parse(before.lastSeenAt));
  await scan([open('a'), open('b')]);
  expect(Date.parse((await a()).lastSeenAt)).toBeGreaterThan(Date.parse(rechecked.lastSeenAt));
  expect(await b()).toEqual(other);
  expect(await db.selectFrom('finding_event').select('kind').execute()).toHaveLength(2);
});

test('a resource that is gone closes the finding; one that can no longer be read makes it stale', async () => {
  const { recheck, a, b } = await recheckTestbed();
  const other = await b();
  await recheck(bucket({ name: 'a', publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }));
  expect(await a()).toMatchObject({ result: 'FAIL', stale: true });
  await recheck();
  expect(await a()).toMatchObject({ result: 'NOT_APPLICABLE', stale: false });
  expect(await b()).toEqual(other);
});
