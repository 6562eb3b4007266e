import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings, testCatalogue, type FindingRow } from '../../testing/rows.ts';
import { BLOCKS } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';

const GROUPS = `query ($query: String, $filter: FindingFilter, $by: FindingGroupField!, $first: Int, $after: String) {
  findings(query: $query, filter: $filter, first: 0) {
    totalCount groups(by: $by, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
      nodes { value label resourceCount oldestAt counts { critical high medium low info total }
        node { __typename ... on Rule { key } ... on Resource { name } ... on Account { externalId } } } } } }`;

interface Group {
  readonly value: string;
  readonly label: string;
  readonly counts: Readonly<Record<string, number>>;
}

const api = await someFindings();

async function someFindings() {
  const { db } = await testDatabase();
  const one = await insertAccount(db, { name: 'Beta' });
  const two = await insertAccount(db, { name: 'Alpha', externalId: '444455556666' });
  const s3 = (resource: string, row: Partial<FindingRow> = {}) => ({ accountId: one, resource, ...row });
  await insertFindings(db, [
    s3('a', { severity: 'critical', firstSeenAt: '2026-11-03T00:00:00Z' }),
    s3('a', { rule: 'aws-s3-one', severity: 'low', firstSeenAt: '2026-11-01T00:00:00Z', tags: { env: 'dev' } }),
    s3('b', { severity: 'high', firstSeenAt: '2026-11-02T00:00:00Z', tags: { env: 'dev' } }),
    s3('c', { severity: 'high', result: 'unknown' }),
    s3('role', { rule: 'aws-iam-one', service: 'iam', type: 'AWS::IAM::Role', region: 'global', severity: 'critical' }),
    { accountId: two, resource: 'e', severity: 'critical' },
    { accountId: two, resource: 'f', severity: 'critical', result: 'pass' },
  ]);
  const counting = countingStatements(db);
  const { ask, post } = await testApi({ db: counting.db });
  const groups = async (by: string, variables: Record<string, unknown> = {}) =>
    (await ask(GROUPS, { by, ...variables })).findings.groups;
  return { ask, post, groups, during: counting.during };
}

const totals = (nodes: readonly Group[]) => nodes.map(({ value, counts }) => [value, counts['total']]);

test('one row a rule, the worst first, with what is known of each', async () => {
  const { nodes, totalCount } = await api.groups('RULE');
  expect(totalCount).toBe(3);
  expect(nodes).toEqual([
    {
      value: BLOCKS,
      label: testCatalogue().get(BLOCKS).title,
      counts: { critical: 2, high: 1, medium: 0, low: 0, info: 0, total: 3 },
      resourceCount: 3,
      oldestAt: '2026-11-02T00:00:00.000Z',
      node: { __typename: 'Rule', key: BLOCKS },
    },
    expect.objectContaining({ value: 'aws-iam-one', resourceCount: 1 }),
    expect.objectContaining({ value: 'aws-s3-one', counts: expect.objectContaining({ low: 1, total: 1 }) }),
  ]);
});

test.each([
  ['ACCOUNT', ['Beta', 'Alpha']],
  ['RESOURCE', ['a', 'role', 'e', 'b']],
  ['SERVICE', ['s3', 'iam']],
  ['REGION', ['eu-west-1', 'global']],
  ['RESOURCE_TYPE', ['AWS::S3::Bucket', 'AWS::IAM::Role']],
])('by %s, what is shown', async (by, labels) => {
  const { nodes } = await api.groups(by);
  expect(nodes.map(({ label }: Group) => label).toSorted()).toEqual(labels.toSorted());
  expect(nodes[0].label).toBe(labels[0]);
});

test.each(['RULE', 'RESOURCE', 'ACCOUNT', 'SERVICE', 'REGION', 'RESOURCE_TYPE'])(
  'by %s, the groups are all findings of the filter, counted from whatever table',
  async (by) => {
    const filters = [{}, { query: 'tag:env=dev' }, { query: 'result:any -region:global' }, { filter: { result: [] } }];
    for (const filter of filters) {
      const { findings } = await api.ask(GROUPS, { by, ...filter });
      const sum = findings.groups.nodes.reduce((all: number, { counts }: Group) => all + (counts['total'] ?? 0), 0);
      expect(sum).toBe(findings.totalCount);
    }
    const counted = totals((await api.groups(by)).nodes);
    expect(totals((await api.groups(by, { query: 'age:>0h' })).nodes)).toEqual(counted);
  },
);

test('the value of a group filters by it', async () => {
  for (const [by, field] of [
    ['RESOURCE', 'resource'],
    ['ACCOUNT', 'account'],
    ['RULE', 'rule'],
  ]) {
    const [group] = (await api.groups(by as string)).nodes as Group[];
    const { findings } = await api.ask(GROUPS, { by, filter: { [field as string]: [group?.value] } });
    expect(findings.totalCount).toBe(group?.counts['total']);
  }
});

test('pages go on where the last one ended, also where groups have equal counts', async () => {
  const { nodes: all } = await api.groups('RESOURCE');
  const paged: Group[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo, totalCount } = await api.groups('RESOURCE', { first: 1, after });
    expect([totalCount, pageInfo.hasPreviousPage]).toEqual([4, after !== null]);
    paged.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(paged).toEqual(all);
});

test('a cursor of another grouping and a size out of range are refused', async () => {
  const { pageInfo } = await api.groups('RULE', { first: 1 });
  for (const variables of [
    { by: 'SERVICE', after: pageInfo.endCursor },
    { by: 'RULE', first: 501 },
    { by: 'RULE', after: 'x' },
  ])
    expect((await api.post({ query: GROUPS, variables })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
});

test('a query with a mistake has no groups', async () => {
  expect(await api.groups('RULE', { query: 'sevrity:low' })).toMatchObject({ totalCount: 0, nodes: [] });
});

test.each(['RESOURCE', 'RULE', 'ACCOUNT'])('by %s takes as many statements for all groups as for one', async (by) => {
  const one = await api.during(() => api.groups(by, { first: 1 }));
  expect(await api.during(() => api.groups(by))).toBe(one);
  expect(one).toBeLessThanOrEqual(6);
});

test('all that is told of a group is read in one statement, so that it cannot be gone in the next', async () => {
  const { groups, ask, during } = api;
  const detailed = await during(() => groups('RULE'));
  const plain = `query { findings(first: 0) { totalCount groups(by: RULE) { totalCount nodes { ...Shown } } } }
    fragment Shown on FindingGroup { value node { __typename } }`;
  expect(await during(() => ask(plain))).toBe(detailed);
});
