import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { ROLE } from './initialise.ts';
import { isPostgres, readPostmaster } from './postmaster.ts';
import { spawnServer, type Cluster, type ServerProcess } from './server-process.ts';

/** Recovery after a crash of the machine may take a while, and should not be given up half way. */
const PATIENCE_MS = 5 * 60_000;
/** For how long a server that was killed may stand in the way of the next one. */
const LINGERING_MS = 10_000;

/** Starts a server on a cluster, or attaches to the one that a killed process of ours has left there. */
export async function startServer(cluster: Cluster): Promise<ClientConfig> {
  const began = Date.now();
  let child: ServerProcess | null = null;
  for (;;) {
    const running = readPostmaster(cluster.directory);
    const connection = running && connectionTo(running.socketDirectory);
    if (connection && (await answers(connection))) return connection;
    const waited = Date.now() - began;
    if (!running || !isPostgres(running.pid)) {
      const failure = child?.failure();
      const obstacle = child?.obstacle();
      if (failure && (!obstacle || waited > LINGERING_MS)) throw failure;
      // PostgreSQL goes by the pid alone, and would refuse for as long as another program has it.
      if (failure && obstacle === 'pid-file') rmSync(path.join(cluster.directory, 'postmaster.pid'), { force: true });
      if (!child || failure) child = spawnServer(cluster);
    }
    if (waited > PATIENCE_MS) {
      await stopServer(cluster.directory);
      throw new Error(`The database in ${cluster.directory} does not answer. Its log is ${cluster.directory}.log.`);
    }
    await sleep(50);
  }
}

/** Stops the server that runs on a cluster, and waits for its end. */
export async function stopServer(cluster: string): Promise<void> {
  const running = readPostmaster(cluster);
  if (!running) return;
  // Fast shutdown first: clients are thrown out and all is written. Then at once: the next start recovers from the log.
  for (const [signal, patience] of STOPS) {
    if (!isPostgres(running.pid)) return;
    process.kill(running.pid, signal);
    for (const until = Date.now() + patience; Date.now() < until && isPostgres(running.pid);) await sleep(20);
  }
}

const STOPS = [
  ['SIGINT', 5000],
  ['SIGQUIT', 2000],
] as const;

function connectionTo(socketDirectory: string): ClientConfig {
  return { host: socketDirectory, port: 5432, user: ROLE, database: 'postgres', ssl: false };
}

async function answers(connection: ClientConfig): Promise<boolean> {
  const client = new Client(connection);
  client.on('error', () => {}); // it may be shut down at this very moment
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 57P03: it is starting, or shutting down.
    const { code } = error as NodeJS.ErrnoException;
    if (['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes(code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
