import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { textArray } from './text-array.ts';

const { db } = await testDatabase();

test('PostgreSQL reads what was written', async () => {
  const stored = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed());
  const arrays = fc.array(fc.option(fc.oneof(stored, fc.constantFrom('', 'null', '{"a": "\\"}'))), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(arrays, async (values) => {
      const { rows } = await sql<{ value: string | null }>`
        select value from unnest(${textArray(values)}::text[]) with ordinality as each (value, nth) order by nth`.execute(
        db,
      );
      expect(rows.map(({ value }) => value)).toEqual(values);
    }),
    { numRuns: 50, seed: 20_261_123 },
  );
});
