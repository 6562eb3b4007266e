import { rules } from '@plumbline/rules';
import * as fc from 'fast-check';
import { OperationTypeNode } from 'graphql';
import { expect, test } from 'vitest';
import { RuleCatalogue } from './features/rules/rule-catalogue.ts';
import { cancelScan } from './scan/cancel-scan.ts';
import { writeScan } from './scan/write-scan.ts';
import { makeSchema } from './schema.ts';
import { testApi, type Answer } from './testing/api.ts';
import { testDatabase } from './testing/database.ts';
import { eachPlace } from './testing/fuzz/places.ts';
import { RUNS, SEED } from './testing/fuzz/settings.ts';
import { targetsOf, type Target } from './testing/fuzz/targets.ts';
import { Values } from './testing/fuzz/values.ts';
import { insertAccount, insertFindings } from './testing/rows.ts';

const { db } = await testDatabase();
const { send, follow, ask } = await someFindings();
const targets = targetsOf(await makeSchema());
const values = new Values(await known());
const HANG_MS = 20_000;

async function someFindings() {
  const accountId = await insertAccount(db);
  await insertFindings(db, [
    { accountId, resource: 'open', severity: 'critical', missing: [] },
    { accountId, resource: 'half', result: 'unknown', region: 'us-east-1' },
    { accountId, resource: 'fixed', result: 'pass', resolvedAt: '2026-11-21T08:00:00Z' },
  ]);
  return testApi({
    db,
    catalogue: new RuleCatalogue(rules),
    // Scans are written and never begin.
    scans: {
      start: (request) => writeScan(db, request, async () => {}),
      cancel: (id) => cancelScan(db, id),
      finished: async () => false,
      async *events() {},
      stop: async () => {},
    },
  });
}

/** What the server itself gives out: ids, keys, names and cursors. */
async function known(): Promise<readonly string[]> {
  await ask('mutation { startScan(input: {}) { completed } }');
  const answer = JSON.stringify(
    await ask(`{
      findings(first: 2) { pageInfo { endCursor } nodes { id fingerprint message rule { id key } resource { id externalId name } account { id } } }
      resources(first: 1) { pageInfo { endCursor } }
      rules(first: 2) { pageInfo { endCursor } nodes { id key service } }
      scans(first: 1) { pageInfo { endCursor } nodes { id } }
      frameworks { id key version }
    }`),
  );
  return [...new Set([...answer.matchAll(/":"([^"\\]+)"/g)].map(([, text]) => text ?? ''))];
}

/** The codes of an answer's errors. */
async function codesOf({ operation }: Target, query: string, variables: Record<string, unknown>): Promise<unknown[]> {
  const errors =
    operation === OperationTypeNode.SUBSCRIPTION ? await followed(query, variables) : await asked(query, variables);
  return errors.map(({ extensions }) => extensions['code']);
}

async function asked(query: string, variables: Record<string, unknown>): Promise<NonNullable<Answer['errors']>> {
  const response = await send({ query, variables }, {}, AbortSignal.timeout(HANG_MS));
  const { errors = [] } = (await response.json()) as Answer;
  expect(response.status).toBeLessThan(500);
  return errors;
}

async function followed(query: string, variables: Record<string, unknown>): Promise<NonNullable<Answer['errors']>> {
  try {
    const results = await follow(query, variables);
    return results.flatMap(({ errors }) => (errors ?? []) as unknown as NonNullable<Answer['errors']>);
  } catch (errors) {
    return errors as NonNullable<Answer['errors']>;
  }
}

/** What the caller can put right. */
const CALLERS = [
  'ALIAS_LIMIT_EXCEEDED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'COST_LIMIT_EXCEEDED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
];

/** What databases and patterns have no place for, or read otherwise. */
const HOSTILE = ['\0', '\uD800', String.raw`'"\%_*$1`];

test.each(targets)('$name answers whatever is in any one of its texts', async (target) => {
  for (const text of HOSTILE)
    for (const variables of eachPlace(target.field.args, text)) {
      const codes = await codesOf(target, target.document(Object.keys(variables)), variables);
      expect({ variables, codes: codes.filter((code) => !CALLERS.includes(String(code))) }).toEqual({
        variables,
        codes: [],
      });
    }
});

test.each(targets)('$name answers whatever it is asked', async (target) => {
  const args = fc.record(Object.fromEntries(target.field.args.map(({ name, type }) => [name, values.of(type)])));
  await fc.assert(
    fc.asyncProperty(args, async (given) => {
      const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const codes = await codesOf(target, target.document(Object.keys(variables)), variables);
      expect(CALLERS).toEqual(expect.arrayContaining(codes));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
