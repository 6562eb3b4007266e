import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';

test('an int8 comes back as a number, a time as a Date, JSON parsed', async () => {
  const { db } = await testDatabase();
  const { rows } = await sql`
    select 9007199254740991::int8 as big, '2026-11-20T08:00:00Z'::timestamptz as at, '{"a":[1]}'::jsonb as json
  `.execute(db);
  expect(rows).toEqual([{ big: 9_007_199_254_740_991, at: new Date('2026-11-20T08:00:00Z'), json: { a: [1] } }]);
});

test('a connection that is lost in the middle of a transaction ends that, and nothing else', async () => {
  const { db } = await testDatabase();
  const { db: other } = await testDatabase();
  const broken = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other);
    await sql`select 1`.execute(trx);
  });
  await expect(broken).rejects.toThrow(/terminat|not queryable/);
  expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
});

test('a lost connection is replaced, and ends nothing', async () => {
  const { db } = await testDatabase();
  const pid = () => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db).then(({ rows }) => rows[0]?.pid);
  const lost = await pid();
  const { db: other } = await testDatabase();
  await sql`select pg_terminate_backend(${lost}, 5000)`.execute(other);
  await expect.poll(() => pid().catch(() => lost)).not.toBe(lost);
});
