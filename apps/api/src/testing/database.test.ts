import type { Insertable } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { testDatabase } from './database.ts';

const ACCOUNT = {
  id: '00000000-0000-4000-8000-000000000001',
  provider: 'aws' as const,
  partition: 'aws',
  external_id: '111122223333',
  name: 'acme',
  source: 'fixture:acme-production',
  regions: [],
} satisfies Insertable<Tables['account']>;

const count = async ({ db }: Store) =>
  (await db.selectFrom('account').select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n;

const shared = await testDatabase();

test('a test database is migrated and empty, and belongs to its caller', async () => {
  const own = await testDatabase();
  await own.db.insertInto('account').values(ACCOUNT).execute();
  expect(await count(own)).toBe(1);
  expect(await count(shared)).toBe(0);
});

describe('before all', () => {
  let store: Store;
  beforeAll(async () => {
    store = await testDatabase();
  });
  test('it can be had, too', async () => {
    expect(await count(store)).toBe(0);
  });
});

describe('before each test', () => {
  let store: Store;
  beforeEach(async () => {
    store = await testDatabase();
  });
  test('it can be had, too', async () => {
    expect(await count(store)).toBe(0);
  });
});
