import { once } from 'node:events';
import { connect as open } from 'node:net';
import { createClient } from 'graphql-ws';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SnapshotHeader } from '@plumbline/model';
import { connect } from '../store/connect.ts';
import { testApi } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';
import { testLog } from '../testing/log.ts';
import { TIMEOUTS } from './timeouts.ts';

const QUERY = { query: 'query Slow { accounts { totalCount } }' };

const HEADER = { provider: 'aws', partition: 'aws', account: '111122223333', regions: [] } as unknown as SnapshotHeader;

/** A database whose accounts cannot be read while they are held. */
async function heldDatabase() {
  const store = await testDatabase();
  const holder = await store.db.startTransaction().execute();
  await sql`lock table account in access exclusive mode`.execute(holder);
  const waiting = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      store.db,
    );
    return rows[0]?.n;
  };
  const release = () => holder.rollback().execute();
  onTestFinished(() => release().catch(() => {}));
  return { ...store, waiting, release };
}

test('a query that takes too long is stopped, in the database too, and told so', async () => {
  const { db, waiting, release } = await heldDatabase();
  const { post } = await testApi({ db, serving: { timeouts: { ...TIMEOUTS, query: 100 } } });
  expect((await post(QUERY)).errors?.[0]).toMatchObject({
    message: expect.stringMatching(/too long.*smaller page/),
    extensions: { code: 'TIMEOUT', requestId: expect.any(String) },
  });
  expect(await waiting()).toBe(0);
  await release();
  expect((await (await testApi({ db })).post(QUERY)).errors).toBeUndefined();
});

test('a statement that takes too long is told in the same way', async () => {
  const { connection, release } = await heldDatabase();
  const db = connect({ ...connection, statement_timeout: 100 });
  const { post } = await testApi({ db });
  expect((await post(QUERY)).errors?.[0]?.extensions['code']).toBe('TIMEOUT');
  await release();
  await db.destroy();
});

test('a query whose caller has gone away is stopped in the database', async () => {
  const { db, waiting, release } = await heldDatabase();
  const { log, lines } = testLog();
  const { send } = await testApi({ db, serving: { log } });
  const leaving = new AbortController();
  const answer = send(QUERY, {}, leaving.signal).catch(() => 'gone');
  await expect.poll(waiting).toBe(1);
  leaving.abort();
  expect(await answer).toBe('gone');
  await expect.poll(waiting).toBe(0);
  await expect.poll(() => lines).toMatchObject([{ level: 'info', operation: 'Slow', status: 'gone' }]);
  await release();
});

test('so is one over a WebSocket whose caller wants no more of it, and the connection stays', async () => {
  const { db, waiting, release } = await heldDatabase();
  const { log, lines } = testLog();
  const { url } = await testApi({ db, serving: { log } });
  const connections: unknown[] = [];
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    on: { opened: (socket) => connections.push(socket) },
  });
  const answers: unknown[] = [];
  const leave = client.subscribe(QUERY, {
    next: (answer) => answers.push(answer),
    error: () => {},
    complete: () => {},
  });
  await expect.poll(waiting).toBe(1);
  leave();
  await expect.poll(waiting).toBe(0);
  await expect
    .poll(() => lines)
    .toMatchObject([{ level: 'info', operation: 'Slow', method: 'WEBSOCKET', status: 'gone' }]);
  await release();
  for await (const answer of client.iterate(QUERY)) expect(answer).toEqual({ data: { accounts: { totalCount: 0 } } });
  expect([connections.length, answers]).toEqual([1, []]);
  await client.dispose();
});

test('what changes something is brought to its end, though nobody waits for it', async () => {
  const { db, waiting, release } = await heldDatabase();
  const { send, ask } = await testApi({ db, readHeader: async () => HEADER });
  const leaving = new AbortController();
  const add = 'mutation { addAccount(input: {provider: AWS, snapshot: "a.ndjson"}) { errors { code } } }';
  const answer = send({ query: add }, {}, leaving.signal).catch(() => 'gone');
  await expect.poll(waiting).toBe(1);
  leaving.abort();
  await answer;
  await release();
  await expect.poll(() => ask('{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 1 } });
});

test('a database that has gone away is told as such, and as nobody’s fault', async () => {
  const { connection } = await testDatabase();
  const { log, lines } = testLog();
  const { post } = await testApi({ db: connect({ ...connection, host: '/nowhere' }), serving: { log } });
  const { errors } = await post(QUERY);
  expect(errors?.[0]?.extensions['code']).toBe('DATABASE_UNAVAILABLE');
  expect(lines.map(({ level }) => level)).toContain('error');
});

test('who does not come to the end of a request is let go', async () => {
  const { db } = await testDatabase();
  const { url } = await testApi({ db, serving: { timeouts: { ...TIMEOUTS, headers: 50, request: 50 } } });
  const socket = open(Number(new URL(url).port), '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nHost: ');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
});
