import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Parts } from '../context.ts';
import { testApi, type Answer } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';
import { testCatalogue } from '../testing/rows.ts';
import { Metrics } from '../metrics/metrics.ts';
import { SILENT, testLog } from '../testing/log.ts';
import { scratch } from '../testing/scratch.ts';
import { serve } from './serve.ts';

const { db } = await testDatabase();
const api = await testApi({ db });
const { port } = new URL(api.url);

/** The status of an answer to a request under whatever name. */
async function statusFor(host: string, route = '/healthz'): Promise<number | undefined> {
  const [response] = await once(request(`${api.url}${route}`, { headers: { host } }).end(), 'response');
  response.resume();
  return response.statusCode;
}

test.each([
  ['127.0.0.1:PORT', 200],
  ['localhost:PORT', 200],
  ['[::1]:PORT', 200],
  ['LOCALHOST:PORT', 200],
  ['localhost', 403],
  ['localhost:1', 403],
  ['plumbline.example:PORT', 403],
  ['127.0.0.1.example:PORT', 403],
])('Host: %s is answered with %i', async (host, status) => {
  expect(await statusFor(host.replace('PORT', port))).toBe(status);
});

/** `open`, or the status of the refusal. */
async function connecting(route: string, headers: Record<string, string>): Promise<string | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${route}`, 'graphql-transport-ws', { headers });
  const outcome = await new Promise<string | number>((resolve) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', (error) => resolve(error.message));
  });
  socket.on('error', () => {});
  socket.terminate();
  return outcome;
}

test.each([
  ['/graphql', {}, 'open'],
  ['/graphql', { origin: 'http://localhost:PORT' }, 'open'],
  ['/graphql', { origin: 'http://plumbline.example' }, 403],
  ['/graphql', { origin: 'https://127.0.0.1:PORT' }, 403],
  ['/graphql', { origin: 'null' }, 403],
  ['/graphql', { host: 'plumbline.example:PORT' }, 403],
  ['/elsewhere', {}, 404],
])('a WebSocket to %s with %j: %s', async (route, headers, outcome) => {
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]));
  expect(await connecting(route, sent)).toBe(outcome);
});

test.each(['https://plumbline.example', 'http://127.0.0.1:1', 'null', 'http://localhost.example:PORT'])(
  'a page from %s is answered nothing, and let read nothing',
  async (origin) => {
    const headers = { origin: origin.replace('PORT', port) };
    const answered = await api.send({ query: '{ __typename }' }, headers);
    expect(answered.status).toBe(403);
    const preflight = await fetch(`${api.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        ...headers,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const readable = await fetch(`${api.url}/healthz`, { headers });
    for (const response of [answered, preflight, readable])
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  },
);

test('a page of ours is answered', async () => {
  expect((await api.send({ query: '{ __typename }' }, { origin: api.url })).status).toBe(200);
});

test('pages may load nothing from elsewhere, and not be framed', async () => {
  const { headers } = await fetch(`${api.url}/healthz`);
  expect(headers.get('content-security-policy')).not.toMatch(/https?:|\*/);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

const FAULT = 'mutation { addAccount(input: {provider: AWS, snapshot: "x.ndjson"}) { errors { code } } }';

test('a fault is masked, and told in the log under the same id', async () => {
  const { log, lines } = testLog();
  const faulty = await testApi({ db, serving: { log }, readHeader: () => Promise.reject(new Error('secret detail')) });
  const response = await faulty.send({ query: FAULT }, { 'x-request-id': 'my-request.1' });
  const { errors } = (await response.json()) as Answer;
  expect(errors).toEqual([
    {
      message: 'Something went wrong in the server. Its log has more under my-request.1.',
      locations: expect.anything(),
      path: ['addAccount'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'my-request.1' },
    },
  ]);
  expect(response.headers.get('x-request-id')).toBe('my-request.1');
  expect(lines).toMatchObject([
    { level: 'error', requestId: 'my-request.1', err: { message: 'secret detail' } },
    { level: 'info', requestId: 'my-request.1', status: 200, errors: ['INTERNAL_SERVER_ERROR'] },
  ]);
});

test.each(['', 'a b', 'x'.repeat(65), '{"a":1}', '../x'])(
  '%j is no id for a request: it is given another',
  async (id) => {
    const response = await api.send({ query: '{ nonsense }' }, { 'x-request-id': id });
    const given = response.headers.get('x-request-id');
    expect(given).toMatch(/^[0-9a-f-]{36}$/);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      requestId: given,
    });
  },
);

test('a fault over a WebSocket is masked, and told under an id as well', async () => {
  const { log, lines } = testLog();
  const faulty = await testApi({ db, serving: { log }, readHeader: () => Promise.reject(new Error('secret detail')) });
  const [result] = await faulty.follow(FAULT);
  const [error] = result?.errors ?? [];
  expect(error).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } });
  expect(JSON.stringify(result)).not.toMatch(/secret|stack/);
  const { requestId } = error?.extensions ?? {};
  await expect
    .poll(() => lines)
    .toMatchObject([
      { level: 'error', requestId, err: { message: 'secret detail' } },
      { level: 'info', requestId, method: 'WEBSOCKET', type: 'mutation' },
    ]);
});

test('a request is one line in the log, without what it asks for', async () => {
  const { log, lines } = testLog();
  const { send } = await testApi({ db, serving: { log } });
  const query = 'query Named($text: String) { findings(first: 10, filter: {text: $text}) { totalCount } }';
  await (await send({ query, variables: { text: 'hunter2' } })).text();
  await expect
    .poll(() => lines)
    .toEqual([
      {
        level: 'info',
        time: expect.any(String),
        requestId: expect.any(String),
        method: 'POST',
        path: '/graphql',
        status: 200,
        operation: 'Named',
        type: 'query',
        cost: 30,
        durationMs: expect.any(Number),
        msg: 'request',
      },
    ]);
});

test('an address that cannot be read is refused without a trace of the code', async () => {
  const response = await fetch(`${api.url}/%E0%A4%A`);
  expect([response.status, await response.text()]).toEqual([400, 'This address cannot be read.\n']);
});

test('readyz tells of a database that does not answer; healthz does not mind', async () => {
  const store = await testDatabase();
  const { url } = await testApi({ db: store.db });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await store.db.destroy();
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

const parts = { db, catalogue: testCatalogue() } as Parts;

test('the dashboard’s page is at every path but those of files', async () => {
  const webDirectory = scratch();
  mkdirSync(path.join(webDirectory, 'assets'));
  writeFileSync(path.join(webDirectory, 'index.html'), '<html>dashboard</html>');
  writeFileSync(path.join(webDirectory, 'graphiql.html'), '<html>playground</html>');
  writeFileSync(path.join(webDirectory, 'assets/app-1.js'), 'start()');
  const server = await serve(parts, {
    host: '127.0.0.1',
    port: 0,
    webDirectory,
    log: SILENT,
    metrics: new Metrics(),
    checks: [],
  });
  const get = async (route: string) => {
    const response = await fetch(server.url + route);
    return { status: response.status, text: await response.text(), cache: response.headers.get('cache-control') };
  };
  for (const route of ['/', '/findings', '/findings/fnd_1?q=a.b', '/compliance/cis-aws@7.0.0'])
    expect(await get(route)).toEqual({ status: 200, text: '<html>dashboard</html>', cache: 'no-cache' });
  expect(await get('/graphiql')).toMatchObject({ status: 200, text: '<html>playground</html>' });
  expect(await get('/assets/app-1.js')).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' });
  for (const route of ['/assets/app-2.js', '/assets/gone', '/robots.txt', '/..%2f..%2fpackage.json'])
    expect((await get(route)).status).toBe(404);
  await server.stop();
});

test('a port in use is told', async () => {
  const webDirectory = scratch();
  await expect(
    serve(parts, {
      host: '127.0.0.1',
      port: Number(port),
      webDirectory,
      log: SILENT,
      metrics: new Metrics(),
      checks: [],
    }),
  ).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('stopping ends open sockets, and frees the port', async () => {
  const server = await serve(parts, {
    host: '127.0.0.1',
    port: 0,
    webDirectory: scratch(),
    log: SILENT,
    metrics: new Metrics(),
    checks: [],
  });
  const socket = new WebSocket(server.url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws');
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.stop();
  expect((await closed)[0]).toBe(1001);
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});
