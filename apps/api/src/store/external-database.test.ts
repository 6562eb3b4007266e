import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { readEnv } from '../env.ts';
import { testDatabase } from '../testing/database.ts';
import { scratch } from '../testing/scratch.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { externalDatabase } from './external-database.ts';
import { openStore } from './open-store.ts';

const url = (database: string, user = 'plumbline:hunter2') =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(inject('databaseServer').host ?? '')}`;

const refusal = (address: string) =>
  externalDatabase(address).then(
    () => 'none',
    (error: Error) => error.message,
  );

test('a server by its address is used, and lives on when we close', async () => {
  const { connection, db } = await testDatabase();
  const store = await openStore(readEnv({ PLUMBLINE_DATA: scratch(), DATABASE_URL: url(String(connection.database)) }));
  expect(await store.db.selectFrom('scan').selectAll().execute()).toEqual([]);
  await store.close();
  expect(await db.selectFrom('scan').selectAll().execute()).toEqual([]);
});

test('several servers share a database, but not a data directory', async () => {
  const { connection } = await testDatabase();
  const [here, there] = [scratch(), scratch()];
  const env = (data: string) => readEnv({ PLUMBLINE_DATA: data, DATABASE_URL: url(String(connection.database)) });
  const first = await openStore(env(here));
  const second = await openStore(env(there));
  await expect(openStore(env(here))).rejects.toThrow(`Plumbline already runs on ${here} (process ${process.pid}, at`);
  await first.close();
  await second.close();
});

test('what keeps us out is said, without secrets', async () => {
  expect(await refusal('postgres://plumbline:hunter2@127.0.0.1:1/findings')).toBe(
    'The database at 127.0.0.1:1/findings (DATABASE_URL) cannot be used: nothing listens there.',
  );
  expect(await refusal('postgres://plumbline:hunter2@db.invalid/findings')).toBe(
    'The database at db.invalid:5432/findings (DATABASE_URL) cannot be used: there is no host of that name.',
  );
  expect(await refusal(url('nowhere'))).toMatch(
    /\/nowhere \(DATABASE_URL\) cannot be used: there is no database nowhere\.$/,
  );
  expect(await refusal('postgres://plumbline:hunter2@db:port/findings')).toMatch(/^DATABASE_URL cannot be read/);
});

test('a wrong and a missing password are told apart', async () => {
  const data = scratch();
  const server = await startEmbedded({ data, binaries: readEnv().pgBin });
  onTestFinished(() => server.stop());
  const admin = new Client(server.connection);
  await admin.connect();
  await admin.query(`create role guarded login password 'right'`);
  const rules = path.join(data, 'postgres/pg_hba.conf');
  writeFileSync(rules, `local all guarded scram-sha-256\n${readFileSync(rules, 'utf8')}`);
  await admin.query('select pg_reload_conf()');
  await admin.end();

  const address = (user: string) =>
    `postgres://${user}@/postgres?host=${encodeURIComponent(String(server.connection.host))}`;
  await expect
    .poll(() => externalDatabase(address('guarded:hunter2')).catch(String))
    .toMatch(/: the password of user guarded is wrong\.$/);
  await expect(externalDatabase(address('guarded'))).rejects.toThrow(/: user guarded needs a password\.$/);
  await expect(externalDatabase(address('guarded:right'))).resolves.toBeDefined();
});
