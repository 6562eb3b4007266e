import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEnv } from '../../env.ts';
import { scratch } from '../../testing/scratch.ts';
import { asUser, databaseUser } from './database-user.ts';
import { readPostmaster } from './postmaster.ts';
import { startEmbedded } from './start-embedded.ts';

const start = (data: string, settings = {}) => startEmbedded({ data, binaries: readEnv().pgBin, settings });

test('what a killed server left behind is no obstacle, though another program has its pid by now', async () => {
  const data = scratch();
  await (await start(data)).stop();
  const cluster = path.join(data, 'postgres');
  // PostgreSQL looks whether there is a process of its own user.
  const other = spawn('sleep', ['600'], asUser(databaseUser(cluster)));
  onTestFinished(() => void other.kill());
  writeFileSync(
    path.join(cluster, 'postmaster.pid'),
    [other.pid, cluster, '1700000000', '5432', cluster, '', '0', 'ready', ''].join('\n'),
  );
  const server = await start(data);
  expect(readPostmaster(cluster)?.pid).not.toBe(other.pid);
  await server.stop();
});

test('a server that cannot start says why, and where its log is', async () => {
  const data = scratch();
  await expect(start(data, { shared_buffers: 'plenty' })).rejects.toThrow(
    /^The database in .*\/postgres did not start:\n.*invalid value for parameter "shared_buffers": "plenty".*\nIts log is .*\.log\.$/s,
  );
});
