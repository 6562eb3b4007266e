import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { asUser, type DatabaseUser } from './database-user.ts';
import { ROLE } from './initialise.ts';
import { isPostgres, readPostmaster } from './postmaster.ts';
import { socketDirectory } from './socket-directory.ts';

/** PostgreSQL's settings by name. */
export type Settings = Readonly<Record<string, string>>;

export interface Cluster {
  readonly directory: string;
  /** Directory of the programs. */
  readonly binaries: string;
  readonly user: DatabaseUser | null;
  readonly settings: Settings;
}

/** Recovery after a crash of the machine may take a while, and must not be given up half way. */
const PATIENCE_MS = 5 * 60_000;
/** For how long a server that was killed may stand in the way of the next one. */
const LINGERING_MS = 10_000;

/** Starts a server on a cluster, or attaches to the one that a killed process of ours has left there. */
export async function startServer(cluster: Cluster): Promise<ClientConfig> {
  const began = Date.now();
  let child: Attempt | null = null;
  for (;;) {
    const running = readPostmaster(cluster.directory);
    if (running) {
      const connection = connectionTo(running.socketDirectory);
      if (await answers(connection)) return connection;
    }
    const waited = Date.now() - began;
    if (child?.failure() && (!child.lockedOut() || waited > LINGERING_MS)) throw child.failure();
    if (waited > PATIENCE_MS)
      throw new Error(`The database in ${cluster.directory} does not answer. Its log is ${logOf(cluster)}.`);
    if ((!child || child.failure()) && !(running && isPostgres(running.pid))) {
      // PostgreSQL itself goes by the pid alone, and would wait for ever for whoever has it now.
      if (child && running) rmSync(path.join(cluster.directory, 'postmaster.pid'), { force: true });
      child = attempt(cluster);
    }
    await sleep(50);
  }
}

interface Attempt {
  /** Why it did not start. `null`: it runs, or may yet. */
  failure(): Error | null;
  /** It found, or thought it found, another server on the cluster. */
  lockedOut(): boolean;
}

function attempt(cluster: Cluster): Attempt {
  const log = logOf(cluster);
  const out = openSync(log, 'a', 0o600);
  const before = fstatSync(out).size;
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory(cluster.directory, cluster.user),
    unix_socket_permissions: '0700',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...cluster.settings,
  };
  const child: ChildProcess = spawn(
    path.join(cluster.binaries, 'postgres'),
    ['-D', cluster.directory, '-p', '5432', ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    // In a process group of its own: Ctrl-C in the terminal is for us, who stop the database last.
    { ...asUser(cluster.user), stdio: ['ignore', out, out], detached: true },
  );
  closeSync(out);
  child.unref();
  let ended: string | null = null;
  const said = () => readFileSync(log).subarray(before).toString('utf8');
  child.once('error', (error) => (ended = error.message));
  child.once('exit', () => (ended = fatalLines(said())));
  return {
    failure: () =>
      ended === null
        ? null
        : new Error(`The database in ${cluster.directory} did not start: ${ended}\nIts log is ${log}.`),
    lockedOut: () => /lock file "[^"]+" already exists|pre-existing shared memory block/.test(said()),
  };
}

/** Stops the server that runs on a cluster, and waits for its end. */
export async function stopServer(cluster: string): Promise<void> {
  const running = readPostmaster(cluster);
  // Fast shutdown first: clients are thrown out, and all is written. Then at once: the next start recovers from the log.
  for (const [signal, patience] of [
    ['SIGINT', 8000],
    ['SIGQUIT', 2000],
  ] as const) {
    if (!running || !isPostgres(running.pid)) return;
    process.kill(running.pid, signal);
    for (const until = Date.now() + patience; Date.now() < until && isPostgres(running.pid);) await sleep(20);
  }
}

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
    if (['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

const logOf = (cluster: Cluster) => `${cluster.directory}.log`;

function fatalLines(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|HINT|DETAIL/.test(line));
  return lines.length > 0 ? lines.join('\n') : log.trim();
}
