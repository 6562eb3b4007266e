import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { testApi } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';

const { db } = await testDatabase();
const { post, url } = await testApi({ db });

const nested = (levels: number): string => (levels === 0 ? 'id' : `lastScan { accounts { ${nested(levels - 1)} } }`);
const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `f${index}: ${field}`).join(' ')} }`;
// Each fragment spreads the one before it twice.
const unfolding = Array.from(
  { length: 14 },
  (_, index) => `fragment F${index + 1} on ServerInfo { ...F${index} ...F${index} }`,
);

test.each([
  [
    'depth',
    `{ findings { nodes { account { ${nested(4)} } } } }`,
    'DEPTH_LIMIT_EXCEEDED',
    /limit of 10 exceeded, found 12/,
  ],
  ['aliases', aliases(31, '__schema { __typename }'), 'ALIAS_LIMIT_EXCEEDED', /limit of 30 exceeded, found 31/],
  [
    '200 pages',
    aliases(200, 'findings(first: 500) { nodes { id } }'),
    'ALIAS_LIMIT_EXCEEDED',
    /limit of 30 exceeded, found 200/,
  ],
  [
    'cost',
    aliases(6, 'findings(first: 500) { nodes { id } }'),
    'COST_LIMIT_EXCEEDED',
    /limit of 5000 exceeded, found 6000/,
  ],
  [
    'cost of pages in pages',
    '{ resources { nodes { findings { nodes { resource { findings { nodes { id } } } } } } } }',
    'COST_LIMIT_EXCEEDED',
    /limit of 5000 exceeded, found \d{5}/,
  ],
  [
    'the size of a page',
    '{ findings(first: 501) { totalCount } }',
    'BAD_USER_INPUT',
    /limit of 500 exceeded, found 501/,
  ],
  ['a negative size', '{ scans(first: -1) { totalCount } }', 'BAD_USER_INPUT', /found -1/],
  ['tokens', `{ ${'__typename '.repeat(4001)} }`, 'GRAPHQL_PARSE_FAILED', /4000 tokens/],
  ['the same', `{ ${'__typename '.repeat(3990)} }`, 'GRAPHQL_VALIDATION_FAILED', /Name each of them once/],
  [
    'fragments that unfold',
    `{ serverInfo { ...F14 } } fragment F0 on ServerInfo { version } ${unfolding.join(' ')}`,
    'BAD_USER_INPUT',
    /nodes/,
  ],
  ['half a query', '{', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
  ['an unknown field', '{ nonsense }', 'GRAPHQL_VALIDATION_FAILED', /nonsense/],
])('too much of %s is refused', async (_name, query, code, message) => {
  const answer = await post({ query });
  expect(answer.errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
  expect(answer.errors?.[0]?.extensions).not.toHaveProperty('stacktrace');
  expect([200, 400]).toContain(answer.status);
});

test('what a refused operation would have cost is counted with its variables', async () => {
  const query =
    'query ($first: Int) { findings(first: $first) { nodes { account { name } evidence { sha256 } remediation { summary } } } }';
  expect((await post({ query, variables: { first: 500 } })).errors?.[0]?.extensions.code).toBe('COST_LIMIT_EXCEEDED');
  expect((await post({ query, variables: { first: 40 } })).errors).toBeUndefined();
  expect((await post({ query, variables: { first: 'many' } })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('introspection is answered', async () => {
  expect((await post({ query: getIntrospectionQuery() })).data).toMatchObject({
    __schema: { queryType: { name: 'Query' } },
  });
});

test('several operations in one request are refused', async () => {
  const { status, errors } = await post([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
});

test('a body over a megabyte, or that is no JSON, is refused as GraphQL answers', async () => {
  const big = await post({ query: '{ __typename }', variables: { padding: 'x'.repeat(1_000_000) } });
  expect(big).toMatchObject({
    status: 413,
    errors: [{ message: expect.stringMatching(/limit of 1000000 bytes exceeded, found 1000\d+/) }],
  });
  const headers = { 'content-type': 'application/json' };
  const broken = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{' });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('a request that any page could send without asking is refused', async () => {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('CSRF');
});

test('a null character in a text is the caller’s mistake', async () => {
  const { errors } = await post({
    query: 'query ($text: String) { findings(filter: {text: $text}) { totalCount } }',
    variables: { text: 'a\0b' },
  });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
