import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Parts } from '../context.ts';
import { testApi } from '../testing/api.ts';
import { testDatabase } from '../testing/database.ts';
import { testCatalogue } from '../testing/rows.ts';
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

test('pages may load nothing from elsewhere, and not be framed', async () => {
  const { headers } = await fetch(`${api.url}/healthz`);
  expect(headers.get('content-security-policy')).not.toMatch(/https?:|\*/);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a fault is masked, and told in the log under the same id', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const accounts = 'mutation { addAccount(input: {provider: AWS, snapshot: "x.ndjson"}) { errors { code } } }';
  const faulty = await testApi({ db, readHeader: () => Promise.reject(new Error('secret detail')) });
  const { errors } = await faulty.post({ query: accounts });
  const [error] = errors ?? [];
  expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) });
  expect(JSON.stringify(errors)).not.toMatch(/secret|stack/);
  expect(log.mock.calls).toEqual([
    [
      expect.stringContaining(String(error?.extensions.requestId)),
      expect.objectContaining({ message: 'secret detail' }),
    ],
  ]);
  log.mockRestore();
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
  const server = await serve(parts, { host: '127.0.0.1', port: 0, webDirectory });
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
  await expect(serve(parts, { host: '127.0.0.1', port: Number(port), webDirectory })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('stopping ends open sockets, and frees the port', async () => {
  const server = await serve(parts, { host: '127.0.0.1', port: 0, webDirectory: scratch() });
  const socket = new WebSocket(server.url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws');
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.stop();
  expect((await closed)[0]).toBe(1001);
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});
