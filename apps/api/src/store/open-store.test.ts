import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { readEnv } from '../env.ts';
import { scratch } from '../testing/scratch.ts';
import { spawnStore } from '../testing/spawn-store.ts';
import { canEnter } from './embedded/database-user.ts';
import { isPostgres, readPostmaster } from './embedded/postmaster.ts';
import { openStore } from './open-store.ts';

const ROOT = process.getuid?.() === 0;
const SOMEONE = { uid: 65_534, gid: 65_534, name: 'nobody' };
const ACCOUNT = {
  id: '00000000-0000-4000-8000-000000000001',
  provider: 'aws' as const,
  partition: 'aws',
  external_id: '111122223333',
  name: 'acme',
  source: 'fixture:acme-production',
  regions: ['eu-west-1'],
};

const PATIENT = { timeout: 20_000 };

const server = (data: string) => readPostmaster(path.join(data, 'postgres'))?.pid ?? 0;

test('what was stored is there after a stop and a start, and a stop leaves no server', async () => {
  const data = scratch();
  const first = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  const pid = server(data);
  await first.db.insertInto('account').values(ACCOUNT).execute();
  await first.close();
  expect(isPostgres(pid)).toBe(false);
  expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);

  const second = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  expect(await second.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'acme' }]);
  await second.close();
});

test('a killed process loses nothing: its server lives on, and the next start attaches to it', async () => {
  const data = scratch();
  const killed = spawnStore(data);
  expect(await killed.said).toBe('open');
  const pid = server(data);
  killed.kill('SIGKILL');
  await killed.ended;
  expect(isPostgres(pid)).toBe(true);

  const store = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  expect(server(data)).toBe(pid);
  expect(await store.db.selectFrom('account').selectAll().execute()).toEqual([]);
  await store.close();
  expect(isPostgres(pid)).toBe(false);
});

test('a second start on the same data says who has it, and leaves the first in peace', async () => {
  const data = scratch();
  const first = spawnStore(data, { env: { PORT: '4711' } });
  expect(await first.said).toBe('open');
  const second = spawnStore(data);
  expect(await second.said).toBe(
    `Plumbline already runs on ${data} (process ${first.pid}, at http://127.0.0.1:4711). ` +
      'Stop it first, or set PLUMBLINE_DATA to another directory.',
  );
  expect(await second.ended).toBe(1);
  expect(isPostgres(server(data))).toBe(true);
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(server(data)).toBe(0);
});

test('of three first starts at once one wins, and the database is whole', async () => {
  const data = scratch();
  const starts = [spawnStore(data), spawnStore(data), spawnStore(data)];
  const said = await Promise.all(starts.map((start) => start.said));
  expect(said.filter((line) => line === 'open')).toHaveLength(1);
  expect(said.filter((line) => line.startsWith('Plumbline already runs on'))).toHaveLength(2);
  starts[said.indexOf('open')]?.kill('SIGTERM');
  expect(await Promise.all(starts.map((start) => start.ended))).toContain(0);
  const store = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  expect(await store.db.selectFrom('finding').selectAll().execute()).toEqual([]);
  await store.close();
});

test('a server that dies under us is started again, and the data stays ours', async () => {
  const data = scratch();
  const store = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  onTestFinished(() => store.close());
  await store.db.insertInto('account').values(ACCOUNT).execute();
  const pid = server(data);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isPostgres(server(data)) && server(data) !== pid, PATIENT).toBe(true);
  const locks = sql<{ n: number }>`select count(*) as n from pg_locks where locktype = 'advisory'`;
  await expect.poll(async () => (await locks.execute(store.db)).rows, PATIENT).toEqual([{ n: 1 }]);
  expect(await store.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'acme' }]);
  expect(await spawnStore(data).said).toMatch(/^Plumbline already runs on/);
});

test('a data directory too deep for a socket address works, too', async () => {
  const data = path.join(scratch(), 'd'.repeat(100));
  mkdirSync(data);
  const store = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  await store.close();
  const { host = '' } = store.connection;
  expect(host).toMatch(/^\/tmp\/plumbline-[0-9a-f]+$/);
  rmdirSync(host);
});

test.runIf(ROOT)('as root, the database runs as another user in a directory that root alone could enter', async () => {
  const data = scratch();
  chmodSync(data, 0o700);
  const store = await openStore(readEnv({ PLUMBLINE_DATA: data }));
  const status = readFileSync(`/proc/${server(data)}/status`, 'utf8');
  expect(status).not.toMatch(/^Uid:\t0/m);
  expect(status).toMatch(/^Groups:\t?\s*$/m);
  expect(statSync(path.join(data, 'postgres')).mode & 0o777).toBe(0o700);
  await store.close();
});

test.runIf(ROOT && canEnter(import.meta.dirname, SOMEONE))('as an ordinary user, everything is theirs', async () => {
  const data = scratch();
  chownSync(data, SOMEONE.uid, SOMEONE.gid);
  const start = spawnStore(data, { user: SOMEONE });
  expect(await start.said).toBe('open');
  start.kill('SIGTERM');
  expect(await start.ended).toBe(0);
  expect(statSync(path.join(data, 'postgres')).uid).toBe(SOMEONE.uid);
});
