import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isPostgres, readPostmaster } from './store/embedded/postmaster.ts';
import { scratch } from './testing/scratch.ts';
import { freePort, spawnProduct } from './testing/spawn-product.ts';

const server = (data: string) => readPostmaster(path.join(data, 'postgres'))?.pid ?? 0;

test('it says where it is ready, answers there, and SIGTERM ends it with its database', async () => {
  const [data, port] = [scratch(), await freePort()];
  const product = spawnProduct(data, { PORT: String(port) });
  expect(await product.ready).toBe(`Plumbline is ready at http://127.0.0.1:${port}\n`);
  const pid = server(data);
  expect(isPostgres(pid)).toBe(true);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);

  product.kill('SIGTERM');
  expect(await product.ended).toEqual({ code: 0, stderr: '' });
  expect(isPostgres(pid)).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow('fetch failed');
});

test('a Ctrl-C that comes twice, as under npm, is one, and ends it in order', async () => {
  const [data, port] = [scratch(), await freePort()];
  const product = spawnProduct(data, { PORT: String(port) });
  await product.ready;
  product.pressCtrlC();
  product.kill('SIGINT');
  expect(await product.ended).toEqual({ code: 0, stderr: '' });
  expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);
});

test('a signal while it starts ends it, too', async () => {
  const data = scratch();
  const product = spawnProduct(data, { PORT: String(await freePort()) });
  await expect.poll(() => server(data), { timeout: 30_000 }).toBeGreaterThan(0);
  product.kill('SIGTERM');
  expect((await product.ended).code).toBe(0);
  expect(server(data)).toBe(0);
});

test('after a kill -9 it starts again on the same data', async () => {
  const data = scratch();
  const killed = spawnProduct(data, { PORT: String(await freePort()) });
  await killed.ready;
  killed.kill('SIGKILL');
  await killed.ended;
  const product = spawnProduct(data, { PORT: String(await freePort()) });
  expect(await product.ready).toMatch(/^Plumbline is ready at /);
});

test('a port in use is named, and everything is stopped again', async () => {
  const [data, port] = [scratch(), await freePort()];
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  expect(await spawnProduct(data, { PORT: String(port) }).ended).toEqual({
    code: 1,
    stderr: `Port ${port} on 127.0.0.1 is in use. Stop the program that uses it, or set PORT to another.\n`,
  });
  expect(existsSync(path.join(data, 'postgres/PG_VERSION'))).toBe(true);
  expect(server(data)).toBe(0);
});

test('a HOST that is not loopback ends it at once', async () => {
  const data = scratch();
  const { code, stderr } = await spawnProduct(data, { HOST: '0.0.0.0' }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^HOST is 0\.0\.0\.0, which is not a loopback address\..*\n$/);
  expect(existsSync(path.join(data, 'postgres'))).toBe(false);
});
