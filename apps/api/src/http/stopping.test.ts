import 'reflect-metadata';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Parts } from '../context.ts';
import { Metrics } from '../metrics/metrics.ts';
import { testDatabase } from '../testing/database.ts';
import { testLog } from '../testing/log.ts';
import { testCatalogue } from '../testing/rows.ts';
import { scratch } from '../testing/scratch.ts';
import { serve } from './serve.ts';
import { TIMEOUTS } from './timeouts.ts';

/** A server with a request under way that waits for the database until it is released. */
async function busyServer(grace: number) {
  const { db } = await testDatabase();
  const holder = await db.startTransaction().execute();
  await sql`lock table account in access exclusive mode`.execute(holder);
  const { log, lines } = testLog();
  const server = await serve({ db, catalogue: testCatalogue() } as Parts, {
    host: '127.0.0.1',
    port: 0,
    webDirectory: scratch(),
    log,
    metrics: new Metrics(),
    checks: [],
    timeouts: { ...TIMEOUTS, grace },
  });
  const ask = () =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query Slow { accounts { totalCount } }' }),
    });
  const answer = ask().then(
    (response) => response.json(),
    () => 'broken off',
  );
  const isHeld = async () => {
    const { rows } = await sql<{ held: boolean }>`select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as held`.execute(
      db,
    );
    return rows[0]?.held;
  };
  await expect.poll(isHeld).toBe(true);
  const release = () => holder.rollback().execute();
  onTestFinished(() => release().catch(() => {}));
  return { server, ask, answer, lines, release };
}

test('a request that is under way is answered, one that comes while the server stops is not', async () => {
  const { server, ask, answer, release } = await busyServer(30_000);
  const stopped = server.stop();
  const refused = await ask();
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { errors: [expect.objectContaining({ extensions: { code: 'SHUTTING_DOWN', requestId: expect.any(String) } })] },
  ]);
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'The server is stopping.\n']);
  await release();
  expect(await answer).toEqual({ data: { accounts: { totalCount: 0 } } });
  await stopped;
  await expect(ask()).rejects.toThrow('fetch failed');
});

test('what takes too long is broken off, and that is said', async () => {
  const { server, answer, lines, release } = await busyServer(50);
  const stopped = server.stop();
  await expect
    .poll(() => lines)
    .toContainEqual(
      expect.objectContaining({ level: 'warn', msg: 'Broken off by the stop: Slow.', operations: ['Slow'] }),
    );
  expect(await answer).toBe('broken off');
  await release();
  await stopped;
});
