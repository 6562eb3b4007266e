import { account, bucket } from '@plumbline/model/testing';
import jsonPatch, { type Operation } from 'fast-json-patch';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { scanTestbed } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';

const HISTORY = `query ($since: DateTime!, $first: Int, $after: String) { resource(id: "arn:aws:s3:::a") { config configDiff(since: $since)
  history(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { seenFrom seenTo name patch config } } } }`;

async function historyTestbed() {
  const testbed = await scanTestbed();
  const counting = countingStatements(testbed.db);
  const { ask, post } = await testApi({ db: counting.db });
  const scan = (...buckets: readonly ReturnType<typeof bucket>[]) =>
    testbed.scan({ resources: [account(), ...buckets] });
  const history = async (variables: Record<string, unknown> = {}) =>
    (await ask(HISTORY, { since: new Date().toISOString(), first: 25, ...variables })).resource;
  return { ...testbed, ask, post, scan, history, during: counting.during };
}

const a = (facets = {}) => bucket({ name: 'a', ...facets });

test('each content comes with the patch that makes it out of the one before', async () => {
  const { scan, history } = await historyTestbed();
  await scan(a());
  await scan(a({ publicAccessBlock: null }));
  await scan(a({ publicAccessBlock: null }));
  await scan(a({ publicAccessBlock: null, tags: { env: 'prod' } }));
  await scan(a());
  const { nodes, totalCount } = (await history()).history;
  expect(totalCount).toBe(4);
  expect(
    nodes.map(({ patch }: { patch: readonly Operation[] | null }) => patch && patch.map(({ path }) => path)),
  ).toEqual([['/publicAccessBlock'], [], ['/publicAccessBlock'], null]);
  for (const [index, { patch, config, seenFrom }] of nodes.slice(0, -1).entries()) {
    const before = nodes[index + 1];
    expect(jsonPatch.applyPatch(structuredClone(before.config), patch).newDocument).toEqual(config);
    expect(before.seenTo).toBe(seenFrom);
  }
  expect(nodes[0].seenTo).toBeNull();
});

test('the difference to any moment leads to what it is now; there is none to before it was seen', async () => {
  const { scan, history } = await historyTestbed();
  await scan(a());
  const [first] = (await history()).history.nodes;
  await scan(a({ publicAccessBlock: null }));
  await scan(a({ publicAccessBlock: null, policy: null, versioning: {} }));
  const { config, configDiff } = await history({ since: first.seenFrom });
  expect(configDiff).not.toEqual([]);
  expect(jsonPatch.applyPatch(structuredClone(first.config), configDiff).newDocument).toEqual(config);
  expect((await history()).configDiff).toEqual([]);
  expect((await history({ since: '2001-01-01T00:00:00Z' })).configDiff).toBeNull();
});

test('a resource that was gone for a while has nothing to be compared with from then', async () => {
  const { scan, history } = await historyTestbed();
  await scan(a());
  await scan();
  const gone = await history();
  expect(gone.history.nodes).toEqual([expect.objectContaining({ seenTo: expect.any(String), patch: null })]);
  await scan(a({ publicAccessBlock: null }));
  expect((await history({ since: gone.history.nodes[0].seenTo })).configDiff).toBeNull();
});

test('pages go on where the last one ended', async () => {
  const { scan, history, post } = await historyTestbed();
  for (const env of ['a', 'b', 'c']) await scan(a({ tags: { env } }));
  const { nodes } = (await history()).history;
  const one = (await history({ first: 2 })).history;
  expect(one.pageInfo.hasNextPage).toBe(true);
  const two = (await history({ first: 2, after: one.pageInfo.endCursor })).history;
  expect([...one.nodes, ...two.nodes]).toEqual(nodes);
  const { errors } = await post({ query: HISTORY, variables: { since: '2026-01-01T00:00:00Z', after: 'x' } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('it takes as many statements for many resources as for one', async () => {
  const { scan, ask, during } = await historyTestbed();
  const count = () =>
    during(() =>
      ask(
        '{ resources { nodes { history(first: 3) { totalCount nodes { patch } } configDiff(since: "2026-01-01T00:00:00Z") } } }',
      ),
    );
  await scan(a());
  const one = await count();
  await scan(...['a', 'b', 'c'].map((name) => bucket({ name, publicAccessBlock: null })));
  expect(await count()).toBe(one);
});
