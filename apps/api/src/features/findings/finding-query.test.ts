import { rules } from '@plumbline/rules';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';
import { countingStatements } from '../../testing/statements.ts';
import { RuleCatalogue } from '../rules/rule-catalogue.ts';

const FINDINGS = `query ($query: String, $filter: FindingFilter, $first: Int) {
  findings(query: $query, filter: $filter, first: $first) {
    totalCount resourceCount severityCounts { critical total }
    nodes { resource { name } }
    facets(fields: [SERVICE, RULE, RESULT]) { field values { value count selected } }
    parsedQuery { canonical valid mistakes { start end message suggestion }
      terms { start end field negated values problem suggestion } } } }`;

const DAY = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();

const api = await sixFindings();

/** Each by the name of its resource: five that fail, one that was fixed. */
async function sixFindings() {
  const { db } = await testDatabase();
  const [accountId, other] = [await insertAccount(db), await insertAccount(db, { externalId: '444455556666' })];
  await insertFindings(db, [
    { accountId, resource: 'new', severity: 'critical', tags: { env: 'prod', team: 'web' }, firstSeenAt: daysAgo(1) },
    { accountId, resource: 'week', tags: { env: 'dev', team: 'web' }, firstSeenAt: daysAgo(8), stale: true },
    { accountId, resource: 'month', tags: {}, firstSeenAt: daysAgo(40), region: 'us-east-1' },
    {
      accountId,
      resource: 'role',
      rule: 'aws-iam-one',
      service: 'iam',
      type: 'AWS::IAM::Role',
      firstSeenAt: '2026-01-05T12:00:00Z',
    },
    {
      accountId: other,
      resource: 'other',
      message: 'Open to "all" 50%',
      firstSeenAt: '2026-01-06T00:00:00Z',
      tags: { Env: 'prod' },
    },
    {
      accountId,
      resource: 'fixed',
      result: 'pass',
      firstSeenAt: '2026-01-01T00:00:00Z',
      resolvedAt: '2026-02-01T23:59:59Z',
    },
  ]);
  return testApi({ db });
}

const find = async (query: string, filter: Record<string, unknown> = {}) =>
  (await api.ask(FINDINGS, { query, filter, first: 50 })).findings;

const FAILING = ['new', 'week', 'month', 'role', 'other'];
const without = (...names: string[]) => FAILING.filter((name) => !names.includes(name));

test.each([
  ['', FAILING],
  ['severity:critical', ['new']],
  ['-severity:critical', without('new')],
  ['service:iam,s3', FAILING],
  ['-service:s3', ['role']],
  ['account:444455556666', ['other']],
  ['-account:444455556666', without('other')],
  ['-account:999999999999', FAILING],
  ['-region:eu-west-1', ['month']],
  ['rule:aws-iam-*', ['role']],
  ['-rule:aws-iam-*', without('role')],
  ['type:AWS::IAM::Role', ['role']],
  ['-type:AWS::IAM::Role', without('role')],
  ['resource:wee*', ['week']],
  ['-resource:arn:aws:s3:::week,month', without('week', 'month')],
  ['tag:team', ['new', 'week']],
  ['tag:env=prod,env=dev', ['new', 'week', 'role']],
  ['tag:env=dev tag:team=web', ['week']],
  ['-tag:env=dev', without('week')],
  ['-tag:env', ['month', 'other']],
  ['age:>30d', ['month', 'role', 'other']],
  ['age:<2d', ['new']],
  ['age:>2d age:<2w', ['week']],
  ['-age:>30d', ['new', 'week']],
  ['first-seen:2026-01-05', ['role']],
  ['first-seen:2026-01-05..2026-01-06', ['role', 'other']],
  ['-first-seen:2026-01-05', without('role')],
  ['result:any resolved:2026-02-01', ['fixed']],
  ['result:any -resolved:2026-02-01', FAILING],
  ['result:pass', ['fixed']],
  ['-result:fail', ['fixed']],
  ['result:any', [...FAILING, 'fixed']],
  ['is:stale', ['week']],
  ['-is:stale', without('week')],
  ['open', without()],
  ['"TO \\"all\\" 50%"', ['other']],
  ['-50%', without('other')],
  ['-50% -team=web', ['month', 'role']],
  ['service:s3 -tag:env=dev age:<30d new', ['new']],
])('%s', async (query, expected) => {
  const { nodes, totalCount, resourceCount, severityCounts, facets, parsedQuery } = await find(query);
  expect(parsedQuery).toMatchObject({ valid: true, mistakes: [] });
  expect(nodes.map((node: { resource: { name: string } }) => node.resource.name).toSorted()).toEqual(
    expected.toSorted(),
  );
  expect([totalCount, resourceCount, severityCounts.total]).toEqual([
    expected.length,
    expected.length,
    expected.length,
  ]);
  // A facet leaves its own field out, so it is only where the query does not name one that its counts add up to the list.
  const counts = (field: string) =>
    facets
      .find((facet: { field: string }) => facet.field === field)
      .values.map(({ count }: { count: number }) => count);
  if (!query.includes('service')) expect(sum(counts('service'))).toBe(expected.length);
  if (!query.includes('rule')) expect(sum(counts('rule'))).toBe(expected.length);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const count = async (query: string, filter: Record<string, unknown>) => (await find(query, filter)).totalCount;

test('query and filter must both hold', async () => {
  expect(await count('service:s3,iam', { service: ['iam', 'ec2'] })).toBe(1);
  expect(await count('service:s3', { service: ['iam'] })).toBe(0);
  expect(await count('tag:env=dev', { tag: [{ key: 'team', value: 'web' }] })).toBe(1);
  expect(await count('week', { text: 'open' })).toBe(1);
});

test('a filter excludes what has any one of the values', async () => {
  const not = { severity: ['CRITICAL'], tag: [{ key: 'env', value: 'dev' }], service: ['iam'] };
  expect((await find('', { not })).totalCount).toBe(2);
  expect((await find('', { stale: false, firstSeen: { lastDays: 30 } })).totalCount).toBe(1);
});

test('a facet leaves out what the query says of its field, and nothing else', async () => {
  const { facets } = await find('-service:iam -rule:aws-iam-one');
  const values = (field: string) => facets.find((facet: { field: string }) => facet.field === field).values;
  expect(values('service')).toEqual([{ value: 's3', count: 4, selected: false }]);
  const services = (await find('-service:s3')).facets.find((facet: { field: string }) => facet.field === 'service');
  expect(services.values.map(({ value }: { value: string }) => value)).toEqual(['s3', 'iam']);
});

test('a query with a mistake finds nothing, and says where it is', async () => {
  const { parsedQuery, ...found } = await find('new -sevrity:low age:30d');
  expect(found).toMatchObject({ totalCount: 0, nodes: [], resourceCount: 0, severityCounts: { total: 0 } });
  expect(found.facets.flatMap(({ values }: { values: unknown[] }) => values)).toEqual([]);
  expect(parsedQuery).toEqual({
    canonical: 'new -sevrity:low age:30d',
    valid: false,
    mistakes: [
      { start: 5, end: 12, message: expect.stringContaining('sevrity'), suggestion: 'severity' },
      { start: 21, end: 24, message: expect.stringContaining('age:>30d'), suggestion: null },
    ],
    terms: [
      { start: 0, end: 3, field: null, negated: false, values: ['new'], problem: null, suggestion: null },
      {
        start: 4,
        end: 16,
        field: 'sevrity',
        negated: true,
        values: ['low'],
        problem: expect.stringContaining('sevrity'),
        suggestion: 'severity',
      },
      {
        start: 17,
        end: 24,
        field: 'age',
        negated: false,
        values: ['30d'],
        problem: expect.stringContaining('age:>30d'),
        suggestion: null,
      },
    ],
  });
});

test('how a query was understood is in its shortest form; without a query there is nothing to tell', async () => {
  const { parsedQuery } = await find(' Severity:CRITICAL   "new" ');
  expect(parsedQuery).toMatchObject({ canonical: 'severity:critical new', valid: true });
  expect((await api.ask('{ findings { parsedQuery { valid } } }')).findings.parsedQuery).toBeNull();
});

test('a query or a range of time that is out of bounds is refused', async () => {
  for (const [args, message] of [
    [`query: "${'a '.repeat(2000)}"`, /2000 characters/],
    ['filter: { firstSeen: { lastDays: 0 } }', /1 to 36500/],
    ['filter: { firstSeen: { lastDays: 1, from: "2026-01-01T00:00:00Z" } }', /both/],
  ] as const) {
    const { errors } = await api.post({ query: `{ findings(${args}) { totalCount } }` });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
});

test('findings of the rules that give evidence for a framework or a requirement', async () => {
  const { db } = await testDatabase();
  const accountId = await insertAccount(db);
  const inCis = rules.find(({ controls }) => (controls['cis-aws'] ?? []).length > 0);
  const notInCis = rules.find(({ controls }) => (controls['cis-aws'] ?? []).length === 0);
  await insertFindings(db, [
    { accountId, resource: 'in', rule: inCis?.id ?? '' },
    { accountId, resource: 'out', rule: notInCis?.id ?? '' },
  ]);
  const { ask } = await testApi({ db, catalogue: new RuleCatalogue(rules) });
  const names = async (query: string) =>
    (await ask(FINDINGS, { query, first: 50 })).findings.nodes.map(
      (node: { resource: { name: string } }) => node.resource.name,
    );
  expect(await names('framework:cis-aws')).toEqual(['in']);
  expect(await names('-framework:cis-aws')).toEqual(['out']);
  expect(await names('framework:cis-aws@6.0.0')).toEqual(['in']);
  expect(await names('requirement:nowhere/1')).toEqual([]);
});

test('counts and facets by text or tags take one look at the findings, however many are asked for', async () => {
  const { db } = await testDatabase();
  await insertFindings(db, [{ accountId: await insertAccount(db), resource: 'one' }]);
  const counting = countingStatements(db);
  const { ask } = await testApi({ db: counting.db });
  const asking = (fields: string) =>
    counting.during(() =>
      ask(
        `{ findings(query: "one tag:env=prod", first: 0) { totalCount severityCounts { total } facets(fields: [${fields}]) { field } } }`,
      ),
    );
  const one = await asking('SERVICE');
  expect(await asking('SEVERITY, SERVICE, REGION, RESOURCE_TYPE, RULE, RESULT')).toBe(one);
});

test.each([
  'tag:\u0000',
  'tag:a=\u0000',
  'tag:\ud800 tag:\udc00=\ud800',
  '\u0000',
  '\ud800',
  'resource:\\* rule:**** -rule:[',
  String.raw`% _ \ "\"" \\* resource:\%`,
  'age:>9999w age:<0001h',
  'first-seen:2000-01-01..2999-12-31 -resolved:2999-12-31',
  'account:acc_x resource:res_x rule:rul_x framework:frm_x requirement:req_x',
  `-service:${'a,'.repeat(900)}a`,
  'x '.repeat(999),
])('whatever is asked for, it is never a fault of the server: %j', async (query) => {
  const { errors } = await api.post({ query: FINDINGS, variables: { query } });
  expect((errors ?? []).filter(({ extensions }) => extensions['code'] !== 'BAD_USER_INPUT')).toEqual([]);
});
