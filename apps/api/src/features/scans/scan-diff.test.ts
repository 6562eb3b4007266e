import { account, bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { globalId } from '../../graphql/global-id.ts';
import { testApi } from '../../testing/api.ts';
import { scanTestbed } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';

const FIELDS = 'totalCount severityCounts { high } nodes { resource { name } result }';
const DIFF = `query ($id: ID!, $to: ID) { scan(id: $id) { diff(to: $to) { from { id }
  new { ${FIELDS} } resolved { ${FIELDS} } reappeared { ${FIELDS} } changed { ${FIELDS} } } } }`;
const DELTAS = `query ($filter: FindingFilter) { findings(filter: $filter) { totalCount nodes { delta resource { name } } } }`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly resource: { readonly name: string }; readonly delta: string }[];
}

/** Buckets by name: shut, open, partly open, denied. */
async function diffTestbed() {
  const testbed = await scanTestbed();
  const counting = countingStatements(testbed.db);
  const { ask, post } = await testApi({ db: counting.db });
  const states = {
    shut: {},
    open: { publicAccessBlock: null },
    partly: {
      publicAccessBlock: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: false,
      },
    },
    denied: { publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') },
  };
  const scan = async (buckets: Readonly<Record<string, keyof typeof states>>, options = {}) => {
    const resources = Object.entries(buckets).map(([name, state]) => bucket({ name, ...states[state] }));
    const { id } = await testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...resources] }, options);
    return globalId('scan', id);
  };
  const diff = async (id: string, to: string | null = null) => {
    const { from, ...pages } = (await ask(DIFF, { id, to })).scan.diff;
    const names = Object.entries(pages as Record<string, Page>).map(([change, { nodes, totalCount }]) => {
      expect(totalCount).toBe(nodes.length);
      return [change, nodes.map(({ resource }) => resource.name).toSorted()];
    });
    return { from: from?.id ?? null, ...Object.fromEntries(names) };
  };
  const deltas = async (filter: Record<string, unknown> = { result: [] }) => {
    const { nodes, totalCount } = (await ask(DELTAS, { filter })).findings as Page;
    expect(totalCount).toBe(nodes.length);
    return Object.fromEntries(nodes.map(({ resource, delta }) => [resource.name, delta]));
  };
  return { ...testbed, ask, post, scan, diff, deltas, during: counting.during };
}

test('the first scan finds everything new; the next tells what changed since', async () => {
  const { scan, diff } = await diffTestbed();
  const first = await scan({ a: 'open', b: 'open', c: 'open', d: 'shut', e: 'denied' });
  expect(await diff(first)).toEqual({
    from: null,
    new: ['a', 'b', 'c'],
    resolved: [],
    reappeared: [],
    changed: [],
  });
  const second = await scan({ a: 'shut', b: 'partly', c: 'open', d: 'open', e: 'shut' });
  expect(await diff(second)).toEqual({ from: first, new: ['d'], resolved: ['a'], reappeared: [], changed: ['b'] });
  const third = await scan({ a: 'open', b: 'denied', c: 'open', e: 'open' });
  expect(await diff(third)).toEqual({
    from: second,
    new: ['e'],
    resolved: ['d'],
    reappeared: ['a'],
    changed: ['b'],
  });
  expect(await diff(first)).toMatchObject({ from: null, new: ['a', 'b', 'c'] });
});

test('against a scan further back, what came and went between the two is no difference', async () => {
  const { scan, diff } = await diffTestbed();
  const first = await scan({ a: 'open', b: 'shut', c: 'open', d: 'shut' });
  await scan({ a: 'shut', b: 'open', c: 'shut', d: 'open' });
  const third = await scan({ a: 'open', b: 'shut', c: 'shut', d: 'open' });
  expect(await diff(third, first)).toEqual({ from: first, new: ['d'], resolved: ['c'], reappeared: [], changed: [] });
  const fourth = await scan({ a: 'open', b: 'open', c: 'open', d: 'open' });
  expect(await diff(fourth, third)).toMatchObject({ reappeared: ['b', 'c'], new: [] });
});

test('a scan that cannot be compared with is refused, and one that runs has no differences', async () => {
  const { db, scan, ask, post } = await diffTestbed();
  const first = await scan({ a: 'open' });
  const second = await scan({ a: 'shut' });
  for (const to of [second, 'scn_nonsense', first.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])
    expect((await post({ query: DIFF, variables: { id: first, to } })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  await db.updateTable('scan').set({ status: 'RUNNING', finished_at: null }).execute();
  expect((await ask(DIFF, { id: first })).scan.diff).toBeNull();
});

test('a finding tells what became of it in the newest scan, and is found by it', async () => {
  const { scan, deltas } = await diffTestbed();
  await scan({ a: 'open', b: 'open', c: 'open', d: 'shut', e: 'shut' });
  expect(await deltas()).toEqual({ a: 'NEW', b: 'NEW', c: 'NEW' });
  await scan({ a: 'shut', b: 'partly', c: 'open', d: 'open', e: 'shut' });
  expect(await deltas()).toEqual({ a: 'RESOLVED', b: 'CHANGED', c: 'UNCHANGED', d: 'NEW' });
  expect(await deltas({ delta: ['NEW'] })).toEqual({ d: 'NEW' });
  expect(await deltas({ delta: ['RESOLVED', 'CHANGED'] })).toEqual({ a: 'RESOLVED', b: 'CHANGED' });
  expect(await deltas({ delta: ['UNCHANGED', 'NEW'] })).toEqual({ c: 'UNCHANGED', d: 'NEW' });
  expect(await deltas({ not: { delta: ['NEW'] } })).toEqual({ b: 'CHANGED', c: 'UNCHANGED' });
  await scan({ a: 'open', b: 'partly', c: 'denied', d: 'open', e: 'shut' });
  expect(await deltas()).toEqual({ a: 'REAPPEARED', b: 'UNCHANGED', c: 'CHANGED', d: 'UNCHANGED' });
});

test('a scan of other rules does not make what it did not look at unchanged', async () => {
  const { scan, deltas } = await diffTestbed();
  await scan({ a: 'open' });
  await scan({ a: 'open' }, { scope: { services: ['iam'] } });
  expect(await deltas()).toEqual({ a: 'NEW' });
});

test('it takes as many statements for many findings as for one', async () => {
  const { scan, ask, during } = await diffTestbed();
  const id = await scan({ a: 'open' });
  const count = () => during(() => Promise.all([ask(DIFF, { id }), ask(DELTAS, { filter: {} })]));
  const one = await count();
  await scan({ a: 'open', b: 'open', c: 'open', d: 'open' });
  expect(await count()).toBe(one);
});
