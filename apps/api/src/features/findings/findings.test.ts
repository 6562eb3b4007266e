import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';

const PAGE = `query ($filter: FindingFilter, $query: String, $orderBy: [FindingOrder!], $first: Int, $after: String) {
  findings(filter: $filter, query: $query, orderBy: $orderBy, first: $first, after: $after) {
    totalCount severityCounts { critical high medium low info total }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { id severity result service region message resource { name } rule { key } account { externalId } } } }`;

const seven = await sevenFindings();

/** Six that fail, in two accounts, and one that is unknown. */
async function sevenFindings() {
  const { db } = await testDatabase();
  const [one, two] = [
    await insertAccount(db, { name: 'Beta' }),
    await insertAccount(db, { externalId: '444455556666', name: 'Alpha' }),
  ];
  await insertFindings(db, [
    { accountId: one, resource: 'a', severity: 'critical', firstSeenAt: '2026-11-01T00:00:00Z' },
    { accountId: one, resource: 'b', severity: 'low', firstSeenAt: '2026-11-03T00:00:00Z' },
    {
      accountId: one,
      resource: 'c',
      severity: 'critical',
      rule: 'aws-s3-one',
      region: 'us-east-1',
      firstSeenAt: '2026-11-02T00:00:00Z',
    },
    {
      accountId: one,
      resource: 'd',
      rule: 'aws-ec2-one',
      service: 'ec2',
      type: 'AWS::EC2::Instance',
      firstSeenAt: '2026-11-05T00:00:00Z',
    },
    { accountId: two, resource: 'e', severity: 'medium', firstSeenAt: '2026-11-04T00:00:00Z' },
    {
      accountId: two,
      resource: 'f',
      severity: 'medium',
      message: '100% of its objects are public, says Écluse',
      firstSeenAt: '2026-11-06T00:00:00Z',
    },
    { accountId: two, resource: 'g', result: 'unknown' },
  ]);
  const api = await testApi({ db });
  const page = async (variables: Record<string, unknown>) => (await api.ask(PAGE, variables)).findings;
  const names = async (variables: Record<string, unknown>) =>
    (await page(variables)).nodes.map((node: { resource: { name: string } }) => node.resource.name);
  return { db, one, two, page, names, ...api };
}

test('worst first, and only what fails, unless asked otherwise', async () => {
  const { page } = seven;
  const { nodes, totalCount, severityCounts } = await page({});
  expect(nodes.map((node: { severity: string }) => node.severity)).toEqual([
    'CRITICAL',
    'CRITICAL',
    'HIGH',
    'MEDIUM',
    'MEDIUM',
    'LOW',
  ]);
  expect(totalCount).toBe(6);
  expect(severityCounts).toEqual({ critical: 2, high: 1, medium: 2, low: 1, info: 0, total: 6 });
});

test.each([
  [{ severity: ['CRITICAL', 'LOW'] }, ['a', 'c', 'b']],
  [{ service: ['ec2'] }, ['d']],
  [{ result: ['UNKNOWN'] }, ['g']],
  [{ result: [], account: ['444455556666'] }, ['g', 'e', 'f']],
  [{ region: ['us-east-1'] }, ['c']],
  [{ rule: ['aws-s3-one'] }, ['c']],
  [{ rule: ['rul_aws-s3-one', 'aws-ec2-*'] }, ['c', 'd']],
  [{ resourceType: ['AWS::EC2::Instance'] }, ['d']],
  [{ resource: ['arn:aws:s3:::a'] }, ['a']],
  [{ resource: ['*:::[', 'arn:*:b'] }, ['b']],
  [{ resource: ['b'] }, ['b']],
  [{ text: '100% OF' }, ['f']],
  [{ text: '%' }, ['f']],
  [{ text: 'éCLUSE' }, ['f']],
  [{ text: 'ÉCLUSE' }, ['f']],
  [{ text: 'title OF aws-ec2' }, ['d']],
  [{ severity: ['CRITICAL'], service: ['ec2'] }, []],
  [{ account: ['999999999999'] }, []],
])('the filter %j', async (filter, expected) => {
  const { page } = seven;
  const { nodes, totalCount, severityCounts } = await page({ filter });
  expect(new Set(nodes.map((node: { resource: { name: string } }) => node.resource.name))).toEqual(new Set(expected));
  expect([totalCount, severityCounts.total]).toEqual([expected.length, expected.length]);
});

test('words of the query must all occur, whatever their case', async () => {
  const { names } = seven;
  expect(await names({ query: 'PUBLIC 100%' })).toEqual(['f']);
  expect(await names({ query: 'public nowhere' })).toEqual([]);
  expect(await names({ query: 'arn:aws:s3:::a' })).toEqual(['a']);
});

const ORDERS: readonly [readonly Record<string, string>[], string][] = [
  [[{ field: 'FIRST_SEEN', direction: 'ASC' }], 'acbedf'],
  [[{ field: 'RESOURCE', direction: 'DESC' }], 'fedcba'],
  [
    [
      { field: 'SERVICE', direction: 'ASC' },
      { field: 'RESOURCE', direction: 'DESC' },
    ],
    'dfecba',
  ],
  [
    [
      { field: 'ACCOUNT', direction: 'ASC' },
      { field: 'FIRST_SEEN', direction: 'DESC' },
    ],
    'fedbca',
  ],
  [
    [
      { field: 'SEVERITY', direction: 'ASC' },
      { field: 'RESOURCE', direction: 'ASC' },
    ],
    'befdac',
  ],
  [
    [
      { field: 'RULE', direction: 'ASC' },
      { field: 'RESOURCE', direction: 'ASC' },
    ],
    'dabefc',
  ],
];

test.each(ORDERS)('pages of the order %j hold everything once', async (orderBy, expected) => {
  const { page, names } = seven;
  expect((await names({ orderBy })).join('')).toBe(expected);
  let seen = '';
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page({ orderBy, first: 2, after });
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    seen += nodes.map((node: { resource: { name: string } }) => node.resource.name).join('');
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(seen).toBe(expected);
});

test('a cursor is refused that was not made for this, and it is said what to do', async () => {
  const { page, post, ask } = seven;
  const { endCursor } = (await page({ first: 1 })).pageInfo;
  const elsewhere = (await ask('{ rules(first: 1) { pageInfo { endCursor } } }')).rules.pageInfo.endCursor;
  const old = Buffer.from(JSON.stringify(['findings:f.severity,f.id', '2', ''])).toString('base64url');
  const begin = /^`after` .*[Bb]egin without it/;
  for (const [variables, message] of [
    [{ after: 'nonsense' }, begin],
    [{ after: '' }, begin],
    [{ after: endCursor.slice(0, -1) }, /not all of one/],
    [{ after: endCursor.slice(4) }, begin],
    [{ after: endCursor.toLowerCase() }, begin],
    [{ after: old }, /no cursor of this version/],
    [{ after: elsewhere }, /another list/],
    [{ after: endCursor, orderBy: [{ field: 'RULE' }] }, /another order/],
    [{ after: endCursor, filter: { severity: ['LOW'] } }, /another filter/],
  ] as const) {
    const { errors } = await post({ query: PAGE, variables });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(begin),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(errors?.[0]?.message).toMatch(message);
  }
});

test('a cursor goes on with a filter that says the same in other words', async () => {
  const { page } = seven;
  const { pageInfo } = await page({ first: 1, filter: { service: null, not: {} } });
  const { nodes } = await page({ first: 1, filter: {}, after: pageInfo.endCursor });
  expect(nodes).toHaveLength(1);
});

const FACETS = `query ($filter: FindingFilter, $limit: Int, $query: String) {
  findings(filter: $filter, query: $query, first: 0) {
    resourceCount
    facets(fields: [SEVERITY, SERVICE, ACCOUNT, RULE, RESULT, REGION, RESOURCE_TYPE], limit: $limit) {
      field otherValues values { value label count selected } } } }`;

async function facetsOf(
  api: { ask: (query: string, variables: Record<string, unknown>) => Promise<unknown> },
  variables: Record<string, unknown>,
) {
  const { findings } = (await api.ask(FACETS, variables)) as {
    findings: {
      facets: {
        field: string;
        otherValues: number;
        values: { value: string; label: string; count: number; selected: boolean }[];
      }[];
    };
  };
  return (field: string) => {
    const { values = [], otherValues } = findings.facets.find((facet) => facet.field === field) ?? {};
    const shown = values.map(({ value, count, selected }) => `${value} ${count}${selected ? ' *' : ''}`);
    return { shown, labels: values.map(({ label }) => label), otherValues };
  };
}

// The second is counted from the rows: every finding has the word.
test.each([{}, { query: 'env=prod' }])('facets leave their own filter out and no other (%j)', async (extra) => {
  const facet = await facetsOf(seven, { filter: { severity: ['CRITICAL'] }, ...extra });
  expect(facet('severity').shown).toEqual(['CRITICAL 2 *', 'MEDIUM 2', 'HIGH 1', 'LOW 1'].toSorted(byCount));
  expect(facet('service').shown).toEqual(['s3 2']);
  expect(facet('rule').shown).toEqual(['aws-s3-bucket-blocks-public-access 1', 'aws-s3-one 1']);
  expect(facet('rule').labels).toContain('Title of aws-s3-one');
  expect(facet('account')).toMatchObject({ shown: ['111122223333 2'], labels: ['Beta'] });
  expect(facet('result').shown).toEqual(['FAIL 2 *']);
  expect(facet('resourceType').shown).toEqual(['AWS::S3::Bucket 2']);
});

function byCount(a: string, b: string): number {
  const order = ['CRITICAL 2 *', 'MEDIUM 2', 'HIGH 1', 'LOW 1'];
  return order.indexOf(a) - order.indexOf(b);
}

test('a facet says how many values it left out', async () => {
  const facet = await facetsOf(seven, { limit: 1 });
  expect(facet('region')).toMatchObject({ shown: ['eu-west-1 5'], otherValues: 1 });
});

test('a page takes as many statements for fifty findings as for five', async () => {
  const { db } = await testDatabase();
  const accountId = await insertAccount(db);
  await insertFindings(
    db,
    Array.from({ length: 60 }, (_, index) => ({ accountId, resource: `bucket-${index}` })),
  );
  const statements: string[] = [];
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const api = await testApi({ db: counted });
  const QUERY = `query ($first: Int) { findings(first: $first) { totalCount severityCounts { total } facets(fields: [SEVERITY, SERVICE]) { field }
    nodes { message rule { title } resource { name tags { key } } account { name } evidence { sha256 } remediation { summary } } } }`;
  const count = async (first: number) => {
    statements.length = 0;
    expect((await api.ask(QUERY, { first })).findings.nodes).toHaveLength(first);
    return statements.length;
  };
  expect(await count(50)).toBe(await count(5));
  expect(await count(50)).toBeLessThanOrEqual(8);
});
