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

/** A row in each table that has been there from the first migration on, as that version wrote it. */
const DATA = `
  insert into account (id, provider, partition, external_id, name, source, regions)
    values ('00000000-0000-4000-8000-00000000000a', 'aws', 'aws', '111122223333', 'Acme', 'acme.ndjson', '{}');
  insert into scan (id, status, scope, idempotency_key, finished_at)
    values ('00000000-0000-4000-8000-00000000000b', 'SUCCEEDED', '{"services":[],"regions":[],"rules":[]}', 'key', now());
  insert into scan_account (scan_id, account_id, status, progress, finished_at)
    select scan.id, account.id, 'SUCCEEDED', '{"percent":100}', now() from scan, account;
  insert into scan_event (scan_id, sequence, kind, payload) select id, 1, 'finished', '{"status":"SUCCEEDED"}' from scan;
  insert into scan_gap (scan_id, account_id, kind, fact, message, affected_rules)
    select scan.id, account.id, 'TIMEOUT', 'policy', 'slow', 1 from scan, account;
  insert into scan_rollup select account.id, scan.id, 'eu-west-1', 's3', 'aws-s3-one', 'fail', 2, 1 from scan, account;
  insert into scan_coverage select account.id, 'eu-west-1', 'aws-s3-one', scan.id, now() from scan, account;
  insert into type_coverage select account.id, 'eu-west-1', 'AWS::S3::Bucket', scan.id, now() from scan, account;
  insert into resource (account_id, id, type, service, region, external_id, name, tags, config, hash, first_seen_at, seen_from)
    select id, '00000000-0000-4000-8000-00000000000c', 'AWS::S3::Bucket', 's3', 'eu-west-1', 'arn', 'a', '{}', '{}', '', now(), now() from account;
  insert into resource_version select account_id, id, now(), now(), name, tags, config, hash from resource;
  insert into finding (account_id, id, rule_key, resource_id, resource_type, service, region, result, stale, has_failed, severity,
      message, evidence, missing, hash, search, first_seen_at)
    select account_id, '00000000-0000-4000-8000-00000000000d', 'aws-s3-one', id, type, service, region, 'fail', false, true, 2,
      'It is open.', '[]', '[]', '', 'it is open.', now() from resource;
  insert into finding_event (account_id, finding_id, scan_id, at, kind, message)
    select finding.account_id, finding.id, scan.id, now(), 'detected', message from finding, scan;
  insert into finding_count select account_id, region, service, resource_type, rule_key, severity, result, 1 from finding`;
const FILLED = [...DATA.matchAll(/insert into (\w+)/g)].map(([, table]) => table);

test.each(Object.keys(MIGRATIONS).slice(0, -1))(
  'a database with data that ends with %s is brought up to date',
  async (last) => {
    const db = await emptyDatabase();
    await migrate(db, Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last)));
    await sql.raw(DATA).execute(db);
    await migrate(db);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
    const counts = FILLED.map((table) => `(select count(*)::int from ${table})`);
    const { rows: counted } = await sql<{ n: number[] }>`select array[${sql.raw(counts.join(', '))}] as n`.execute(db);
    expect(counted[0]?.n).toEqual(FILLED.map(() => 1));
    expect(await db.selectFrom('finding').select(['result', 'message']).execute()).toEqual([
      { result: 'fail', message: 'It is open.' },
    ]);
  },
);

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
