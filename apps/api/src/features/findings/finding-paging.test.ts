import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { RUNS, SEED } from '../../testing/fuzz/settings.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';

const PAGE = `query ($after: String, $first: Int, $orderBy: [FindingOrder!]) {
  findings(after: $after, first: $first, orderBy: $orderBy) {
    pageInfo { hasNextPage endCursor } nodes { id message resource { name } } } }`;

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
const FIELDS = ['SEVERITY', 'FIRST_SEEN', 'RESOURCE', 'RULE', 'SERVICE', 'ACCOUNT'] as const;
const orders = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...FIELDS), direction: fc.constantFrom('ASC', 'DESC') }),
  { minLength: 1, maxLength: 3, selector: ({ field }) => field },
);

const { db } = await testDatabase();
const { ask } = await testApi({ db });
const accountId = await insertAccount(db);
let added = 0;

/** Findings whose places in any order are spread among those that are there, with many ties. */
async function add(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const n = added++;
    return {
      accountId,
      resource: `bucket-${(n * 7) % 31}-${n}`,
      severity: SEVERITIES[n % 5] ?? 'low',
      rule: ['aws-s3-one', 'aws-iam-one'][n % 2] ?? '',
      firstSeenAt: `2026-11-${String(10 + (n % 3))}T08:00:00Z`,
    };
  });
  await insertFindings(db, rows);
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

test('a list that is paged through while findings are written holds each that was there, once', async () => {
  await add(30);
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 3, max: 9 }), async (orderBy, first) => {
      const before = (await ask(PAGE, { first: 500, orderBy })).findings.nodes.map(({ id }: { id: string }) => id);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { nodes, pageInfo }: Page = (await ask(PAGE, { first, orderBy, after })).findings;
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        if (added < 150) await add(1);
        await db
          .updateTable('finding')
          .set({ message: `Written ${seen.length}` })
          .execute();
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => before.includes(id))).toEqual(before);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
