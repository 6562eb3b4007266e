import { createClient } from 'graphql-ws';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { scanFinished } from '../../scan/follow-scan.ts';
import { WakeUps } from '../../scan/wake-ups.ts';
import { writeScan } from '../../scan/write-scan.ts';
import { NO_SCANS, testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';

/** Scans that are written and never worked on, and what became of each wait for one. */
async function endlessScans() {
  const { db, connection } = await testDatabase();
  const accountId = await insertAccount(db);
  await insertFindings(db, [{ accountId }]);
  const waits: Promise<boolean>[] = [];
  const wakeUps = new WakeUps(connection);
  const api = await testApi({
    db,
    scans: {
      ...NO_SCANS,
      start: (request) => writeScan(db, request, async () => undefined),
      finished: (...asked) => {
        const wait = scanFinished(db, wakeUps, ...asked);
        waits.push(wait);
        return wait;
      },
    },
  });
  const { findings } = await api.ask('{ findings { nodes { id } } }');
  return { ...api, db, waits, findingId: findings.nodes[0].id as string };
}

const START = 'mutation { startScan(input: {waitSeconds: 120}) { scan { id } } }';
const RECHECK = 'mutation ($id: ID!) { recheckFinding(input: {id: $id, waitSeconds: 120}) { scan { id } } }';

test.each([START, RECHECK])('who goes away is not waited for: %s', async (query) => {
  const { db, send, waits, findingId } = await endlessScans();
  const leaving = new AbortController();
  const answer = send({ query, variables: { id: findingId } }, {}, leaving.signal).catch(() => 'gone');
  await expect.poll(() => waits.length).toBe(1);
  leaving.abort();
  expect(await answer).toBe('gone');
  expect(await waits[0]).toBe(false);
  expect(await db.selectFrom('scan').select('status').execute()).toEqual([{ status: 'QUEUED' }]);
});

test('nor is who wants no more of it over a WebSocket that stays open', async () => {
  const { url, waits } = await endlessScans();
  const socket = { url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, lazy: false };
  const client = createClient(socket);
  onTestFinished(() => client.dispose());
  const leave = client.subscribe({ query: START }, { next: () => {}, error: () => {}, complete: () => {} });
  await expect.poll(() => waits.length).toBe(1);
  leave();
  expect(await waits[0]).toBe(false);
});
