import { readSnapshot, type RecordedResource } from '@plumbline/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../registry.generated.ts';
import { anything, damage, damaged } from '../testing/fuzz/hostile.ts';
import { readSeeds } from '../testing/fuzz/seeds.ts';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { evaluateAll } from './evaluate-all.ts';

const { resources } = await readSeeds();
const header = {
  format: 'plumbline-snapshot',
  version: 1,
  provider: 'aws',
  partition: 'aws',
  account: '111122223333',
  regions: ['eu-west-1'],
  collectedAt: '2026-11-20T08:00:00Z',
};

const STATUSES = new Set(['pass', 'fail', 'not-applicable', 'unknown']);
const field = fc.constantFrom('type', 'id', 'name', 'region', 'tags', 'facets', 'listing', '__proto__');
const damagedLine = fc
  .tuple(fc.constantFrom(...resources), fc.array(damage, { maxLength: 3 }), fc.option(fc.tuple(field, anything)))
  .map(([resource, damages, changed]): unknown => {
    const line: RecordedResource = damages.reduce(damaged, resource);
    return changed ? { ...line, [changed[0]]: changed[1] } : line;
  });
const listing = fc
  .tuple(fc.constantFrom(...resources), fc.boolean(), fc.option(anything))
  .map(([{ type, region }, complete, notCollected]) => ({ listing: { type, region, complete, notCollected } }));

test('whatever the lines of a snapshot are, each resource that is one has an answer of each of its rules', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(damagedLine, listing, anything), { maxLength: 30 }), async (lines) => {
      const text = [header, ...lines].map((line) => JSON.stringify(line)).join('\n');
      const seen: string[] = [];
      await evaluateAll(
        ({ ids }) => readSnapshot(bytesOf(text), ids),
        { rules },
        {
          evaluated: ({ type }, evaluations) => {
            expect(evaluations.length).toBe(rules.filter((rule) => rule.resource === type).length);
            for (const { outcome } of evaluations) seen.push(outcome.status);
          },
          unlisted: () => {},
          problem: ({ message }) => expect(message.length).toBeLessThan(2000),
        },
      );
      expect(seen.filter((status) => !STATUSES.has(status))).toEqual([]);
    }),
    { numRuns: 10 * RUNS, seed: SEED },
  );
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
