import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings, testCatalogue } from '../../testing/rows.ts';
import { BLOCKS } from '../../testing/scan-testbed.ts';
import { countingStatements } from '../../testing/statements.ts';

const SUGGEST = `query ($text: String!, $cursor: Int) { suggest(text: $text, cursor: $cursor) { start end suggestions { insert about count } } }`;

interface Suggested {
  readonly insert: string;
  readonly about: string;
  readonly count: number | null;
}

const api = await someFindings();

async function someFindings() {
  const { db } = await testDatabase();
  const accountId = await insertAccount(db, { name: 'Acme production' });
  const other = await insertAccount(db, { name: 'Acme sandbox', externalId: '444455556666' });
  await insertFindings(db, [
    { accountId, resource: 'a', tags: { env: 'prod', team: 'web team' } },
    { accountId, resource: 'b', tags: { env: 'dev' }, region: 'us-east-1' },
    { accountId, resource: 'c', tags: { env: 'dev' }, result: 'unknown' },
    {
      accountId,
      resource: 'd',
      rule: 'aws-iam-one',
      service: 'iam',
      type: 'AWS::IAM::Role',
      region: 'global',
      tags: {},
    },
    { accountId: other, resource: 'e', severity: 'critical', tags: {} },
  ]);
  const counting = countingStatements(db);
  return { ...(await testApi({ db: counting.db })), during: counting.during };
}

/** What is offered at `|`, or at the end. */
async function offered(marked: string): Promise<readonly Suggested[]> {
  const at = marked.indexOf('|');
  const { suggest } = await api.ask(SUGGEST, { text: marked.replace('|', ''), cursor: at === -1 ? null : at });
  return suggest.suggestions;
}

test.each([
  [
    'account:',
    [
      ['111122223333', 'Acme production', 3],
      ['444455556666', 'Acme sandbox', 1],
    ],
  ],
  ['account:sand', [['444455556666', 'Acme sandbox', 1]]],
  [
    'region:e',
    [
      ['eu-west-1', '', 2],
      ['us-east-1', '', 1],
    ],
  ],
  ['severity:critical region:', [['eu-west-1', '', 1]]],
  ['region:us| -account:444455556666', [['us-east-1', '', 1]]],
  [
    'service:',
    [
      ['s3', '', 3],
      ['iam', '', 1],
    ],
  ],
  ['type:iam', [['AWS::IAM::Role', '', 1]]],
  ['rule:aws-ec2', [['aws-ec2-one', 'Title of aws-ec2-one', 0]]],
  ['rule:blocks', [[BLOCKS, testCatalogue().get(BLOCKS).title, 3]]],
  ['-rule:aws-iam', [['aws-iam-one', 'Title of aws-iam-one', 1]]],
  ['severity:c', [['critical', '', 1]]],
  ['result:u', [['unknown', '', 1]]],
  [
    'tag:e',
    [
      ['env', '', null],
      ['team', '', null],
    ],
  ],
  [
    'tag:env=',
    [
      ['env=dev', '', null],
      ['env=prod', '', null],
    ],
  ],
  ['tag:env=dev,team=', [['"team=web team"', '', null]]],
  ['tag:%', []],
  ['framework:cis-aws@6', [['cis-aws@6.0.0', expect.stringContaining('CIS'), null]]],
  ['us-e', [['region:us-east-1', '', 1]]],
  ['resource:b', [['b', '', null]]],
  ['resource:B', []],
  ['resource:b*', []],
  ['nothing', []],
])('%s', async (text, expected) => {
  expect((await offered(text)).map(({ insert, about, count }) => [insert, about, count])).toEqual(expected);
});

test('where nothing is typed the keys are offered; a part of the text is told to put a suggestion in place of', async () => {
  expect((await offered('')).map(({ insert }) => insert)).toContain('severity:');
  const { suggest } = await api.ask(SUGGEST, { text: 'open region:us-x,global', cursor: 14 });
  expect(suggest).toMatchObject({ start: 12, end: 16, suggestions: [{ insert: 'us-east-1' }] });
});

test('requirements are found by number and by title', async () => {
  const [first] = await offered('requirement:cis-aws@6.0.0/');
  expect(first?.insert).toMatch(/^cis-aws@6\.0\.0\//);
  expect(first?.about).not.toBe('');
});

test('whatever is typed, at whatever place, it takes a few statements and is no fault of the server', async () => {
  for (const text of [
    'a',
    'acme',
    'tag:\u0000=\u0000',
    '"',
    '-',
    'severity:critical,high -x account:',
    '%_\\',
    'tag:\ud800',
  ])
    for (const cursor of [0, 1, text.length]) {
      const { errors } = await api.post({ query: SUGGEST, variables: { text, cursor } });
      expect((errors ?? []).filter(({ extensions }) => extensions['code'] !== 'BAD_USER_INPUT')).toEqual([]);
    }
  expect(await api.during(() => offered('acme'))).toBeLessThanOrEqual(11);
});

test.each([{ text: 'a'.repeat(2001) }, { text: 'a', cursor: 2 }, { text: 'a', cursor: -1 }])(
  'a text that is too long and a cursor that is not in it are refused',
  async (variables) => {
    expect((await api.post({ query: SUGGEST, variables })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  },
);
