import { readFileSync } from 'node:fs';
import { rules } from '@plumbline/rules';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RuleCatalogue } from './features/rules/rule-catalogue.ts';
import { operationCost } from './graphql/cost.ts';
import { LIMITS } from './graphql/limits.ts';
import { loadDemo } from './scan/demo.ts';
import type { ScanRunner } from './scan/scan-runner.ts';
import { startScanRunner } from './scan/start-scan-runner.ts';
import { makeSchema } from './schema.ts';
import { testApi } from './testing/api.ts';
import { testDatabase } from './testing/database.ts';
import { SILENT } from './testing/log.ts';

const { definitions } = parse(readFileSync(new URL('../playground.graphql', import.meta.url), 'utf8'));
const operations = definitions.map((definition) => {
  const operation = definition as OperationDefinitionNode;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation] };
  return { name: operation.name?.value, kind: operation.operation, document, query: print(document) };
});

const schema = await makeSchema();
const store = await testDatabase();
let scans: ScanRunner;
beforeAll(async () => {
  scans = await startScanRunner({ store, snapshots: { directory: '/nowhere' }, log: SILENT });
  await loadDemo(store.db, scans, { directory: '/nowhere' });
});
afterAll(() => scans.stop());

const demo = () => testApi({ db: store.db, scans, catalogue: new RuleCatalogue(rules) });

test.each(operations.filter(({ kind }) => kind !== OperationTypeNode.SUBSCRIPTION))(
  '$name is answered',
  async ({ query }) => {
    const { post } = await demo();
    expect((await post({ query })).errors).toBeUndefined();
  },
);

test.each(operations.filter(({ kind }) => kind === OperationTypeNode.SUBSCRIPTION))(
  '$name is followed to its end',
  async ({ query }) => {
    const { follow } = await demo();
    const results = await follow(query);
    expect(results.flatMap((result) => result.errors ?? [])).toEqual([]);
    expect(results.at(-1)?.data).toMatchObject({
      scanEvents: { __typename: 'ScanFinished', scan: { status: 'PARTIAL' } },
    });
  },
);

test.each(operations)('$name takes at most half of what is allowed', ({ document }) => {
  expect(operationCost(schema, { document })).toBeLessThanOrEqual(LIMITS.maxCost / 2);
  expect(validate(schema, document, [maxDepthRule({ n: LIMITS.maxDepth / 2, flattenFragments: true })])).toEqual([]);
});
