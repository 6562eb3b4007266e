import { expect, test } from 'vitest';
import { testApi } from './testing/api.ts';
import { dashboardOperations } from './testing/dashboard.ts';
import { testDatabase } from './testing/database.ts';
import { insertAccount, insertFindings } from './testing/rows.ts';
import { countingStatements } from './testing/statements.ts';

const operations = dashboardOperations();

const RULES = ['aws-s3-one', 'aws-iam-one', 'aws-ec2-one'];

/** What the page of findings asks of the database, with so many findings on it. */
async function statementsOf(count: number, variables: Record<string, unknown>): Promise<number> {
  const { db } = await testDatabase();
  const accounts = [await insertAccount(db), await insertAccount(db, { externalId: '444455556666' })];
  await insertFindings(
    db,
    Array.from({ length: count }, (_, n) => ({
      accountId: accounts[n % 2] ?? '',
      resource: `bucket-${n}`,
      rule: RULES[n % 3] ?? '',
    })),
  );
  const counting = countingStatements(db);
  const { ask } = await testApi({ db: counting.db });
  return counting.during(async () => {
    const query = operations.get('FindingsPage') ?? '';
    const { findings } = await ask(query, { query: '', orderBy: [], ...variables });
    expect(findings.nodes).toHaveLength(Math.min(count, 50));
  });
}

// The page itself, its resources, seven facets, the accounts' names, the total, the number of resources, the newest scan; which
// accounts are being removed.
const PLAIN = 14;
// Text and tags are looked for among the findings: one look serves all facets and counts.
const BY_TEXT = 7;

test('the page of findings takes so many statements, however many findings are on it', async () => {
  expect(await statementsOf(1, {})).toBe(PLAIN);
  expect(await statementsOf(60, {})).toBe(PLAIN);
  expect(await statementsOf(1, { query: 'open tag:env=prod' })).toBe(BY_TEXT);
  expect(await statementsOf(60, { query: 'open tag:env=prod' })).toBe(BY_TEXT);
});
