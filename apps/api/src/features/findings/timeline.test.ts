import { account, bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { globalId } from '../../graphql/global-id.ts';
import { testApi } from '../../testing/api.ts';
import { scanTestbed } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';

const TIMELINE = `query ($first: Int, $after: String) { findings(filter: {result: []}, first: 5) { nodes {
  timeline(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { at kind summary configPatch scan { id } } } } } }`;

async function timelineTestbed() {
  const testbed = await scanTestbed();
  const counting = countingStatements(testbed.db);
  const { ask, post } = await testApi({ db: counting.db });
  const scan = async (...buckets: readonly ReturnType<typeof bucket>[]) =>
    globalId('scan', (await testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...buckets] })).id);
  const timeline = async (variables: Record<string, unknown> = { first: 25 }) =>
    (await ask(TIMELINE, variables)).findings.nodes[0].timeline;
  return { ...testbed, ask, post, scan, timeline, during: counting.during };
}

const open = (name = 'a') => bucket({ name, publicAccessBlock: null });
const denied = bucket({ name: 'a', publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') });

test('what happened is told newest first, with its scan and the change that came with it', async () => {
  const { scan, timeline, finding } = await timelineTestbed();
  const scans = [await scan(open()), await scan(bucket({ name: 'a' })), await scan(open()), await scan(denied)];
  await scan(denied);
  const { nodes, totalCount } = await timeline();
  expect(totalCount).toBe(4);
  expect(nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['WENT_STALE', 'REOPENED', 'RESOLVED', 'DETECTED']);
  expect(nodes.map((node: { scan: { id: string } }) => node.scan.id)).toEqual(scans.toReversed());
  const { message, first_seen_at } = await finding();
  expect(nodes[3]).toMatchObject({ summary: message, at: first_seen_at.toISOString(), configPatch: null });
  expect(nodes[2].summary).toBe('The rule passes.');
  expect(nodes[2].configPatch).toEqual([{ op: 'replace', path: '/publicAccessBlock', value: expect.any(Object) }]);
  expect(nodes[1].configPatch).toEqual([{ op: 'replace', path: '/publicAccessBlock', value: null }]);
});

test('pages go on where the last one ended; a scan that is no longer kept is not shown', async () => {
  const { db, scan, timeline, post } = await timelineTestbed();
  for (const one of [open(), bucket({ name: 'a' }), open()]) await scan(one);
  await db.deleteFrom('scan').execute();
  const all = await timeline();
  const { nodes, pageInfo } = await timeline({ first: 2 });
  const rest = await timeline({ first: 2, after: pageInfo.endCursor });
  expect([...nodes, ...rest.nodes]).toEqual(all.nodes);
  expect([pageInfo.hasNextPage, rest.pageInfo.hasNextPage, nodes[0].scan]).toEqual([true, false, null]);
  const { errors } = await post({ query: TIMELINE, variables: { first: -1 } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('it takes as many statements for many findings as for one', async () => {
  const { scan, timeline, during } = await timelineTestbed();
  await scan(open());
  const one = await during(() => timeline({ first: 5 }));
  await scan(open(), open('b'), open('c'));
  expect(await during(() => timeline({ first: 5 }))).toBe(one);
});

test('an event is found again by its id, and tells who did it; one of a finding that is not shown is not', async () => {
  const { scan, ask, db } = await timelineTestbed();
  await scan(open());
  const { findings } = await ask(
    '{ findings(first: 1) { nodes { timeline(first: 1) { nodes { id actor { id name kind } } } } } }',
  );
  const [event] = findings.nodes[0].timeline.nodes;
  expect(event).toEqual({
    id: expect.stringMatching(/^evt_\d+$/),
    actor: { id: null, name: 'Plumbline', kind: 'SYSTEM' },
  });
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id ... on TimelineEvent { kind scan { status } } } }';
  expect(await ask(NODE, { id: event.id })).toEqual({
    node: { __typename: 'TimelineEvent', id: event.id, kind: 'DETECTED', scan: { status: expect.any(String) } },
  });
  for (const id of ['evt_999', 'evt_x', `evt_${'9'.repeat(30)}`])
    expect(await ask(NODE, { id })).toEqual({ node: null });
  await db.updateTable('finding').set({ rule_key: 'no-longer-shipped' }).execute();
  expect(await ask(NODE, { id: event.id })).toEqual({ node: null });
});
