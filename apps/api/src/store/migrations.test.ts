import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { connect } from './connect.ts';
import { migrate, MIGRATIONS } from './migrations.ts';

/** A database without tables, and a connection to it as a role that may do what is granted. */
async function emptyDatabase(role = 'plumbline') {
  const server = inject('databaseServer');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client(server);
  await admin.connect();
  await admin.query(`create database ${database}`);
  if (role !== 'plumbline') await admin.query(`create role ${role} login`);
  await admin.end();
  const db = connect({ ...server, database, user: role });
  onTestFinished(() => db.destroy());
  return db;
}

test('an empty database gets every migration, and again nothing', async () => {
  const db = await emptyDatabase();
  await migrate(db);
  await migrate(db);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
  expect(await db.selectFrom('finding').selectAll().execute()).toEqual([]);
});

test('two processes may migrate at once', async () => {
  const db = await emptyDatabase();
  await Promise.all([migrate(db), migrate(db)]);
  expect(await db.selectFrom('scan').selectAll().execute()).toEqual([]);
});

test('a database of a newer Plumbline is refused and left as it is', async () => {
  const { db } = await testDatabase();
  await sql`insert into kysely_migration (name, timestamp) values ('0999-much-later', '2031-01-01')`.execute(db);
  await expect(migrate(db)).rejects.toThrow(
    /^The database was written by a newer Plumbline \(it has 0999-much-later\)\. Start that version/,
  );
});

test('a migration that fails leaves nothing of itself', async () => {
  const { db } = await testDatabase();
  const broken: Migration = {
    up: async (transaction: Kysely<unknown>) => {
      await sql`create table half_made ()`.execute(transaction);
      await sql`select 1 from nowhere`.execute(transaction);
    },
  };
  await expect(migrate(db, { ...MIGRATIONS, '0998-broken': broken })).rejects.toThrow('"nowhere" does not exist');
  const { rows } = await sql`select to_regclass('half_made') as found`.execute(db);
  expect(rows).toEqual([{ found: null }]);
});

test('a user who may not create tables is told what to ask for', async () => {
  const db = await emptyDatabase(`role_${randomUUID().slice(0, 8)}`);
  await expect(migrate(db)).rejects.toThrow(/may not create tables .*Make it the owner of the database/);
});

test('a user who may not create the extension is told what to ask for', async () => {
  const role = `role_${randomUUID().slice(0, 8)}`;
  const db = await emptyDatabase(role);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const admin = new Client({ ...inject('databaseServer'), database: rows[0]?.name });
  await admin.connect();
  await admin.query(`grant create on schema public to ${role}`);
  await admin.end();
  await expect(migrate(db)).rejects.toThrow(/may not create the extension pg_trgm .*CREATE EXTENSION pg_trgm/);
});
