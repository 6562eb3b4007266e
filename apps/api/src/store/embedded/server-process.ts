import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { asUser, type DatabaseUser } from './database-user.ts';
import { socketDirectory } from './socket-directory.ts';

export interface Cluster {
  readonly directory: string;
  /** Directory of the programs. */
  readonly binaries: string;
  readonly user: DatabaseUser | null;
  /** PostgreSQL's settings by name, beside our own. */
  readonly settings: Readonly<Record<string, string>>;
}

const LONGEST_LOG_BYTES = 1_000_000;

export interface ServerProcess {
  /** Why it ended. `null`: it runs. */
  failure(): Error | null;
  /** What it saw of another server on its cluster: its `postmaster.pid`, or processes of it that use its memory. */
  obstacle(): 'pid-file' | 'memory' | null;
}

/** Starts `postgres` so that it outlives us. */
export function spawnServer(cluster: Cluster): ServerProcess {
  const log = `${cluster.directory}.log`;
  const length = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const out = openSync(log, length > LONGEST_LOG_BYTES ? 'w' : 'a', 0o600);
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
  const child = spawn(
    path.join(cluster.binaries, 'postgres'),
    ['-D', cluster.directory, '-p', '5432', ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    // In a process group of its own: Ctrl-C in the terminal is for us, who stop the database last.
    { ...asUser(cluster.user), stdio: ['ignore', out, out], detached: true },
  );
  closeSync(out);
  child.unref();

  const said = () => readFileSync(log).subarray(before).toString('utf8');
  let ended = false;
  let unstartable: string | null = null;
  child.once('exit', () => (ended = true));
  child.once('error', (error) => (unstartable = error.message));
  return {
    failure: () =>
      ended || unstartable
        ? new Error(
            `The database in ${cluster.directory} did not start:\n${unstartable ?? reasons(said())}\nIts log is ${log}.`,
          )
        : null,
    obstacle: () => {
      if (/lock file "[^"]+" already exists/.test(said())) return 'pid-file';
      return said().includes('pre-existing shared memory block') ? 'memory' : null;
    },
  };
}

function reasons(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|HINT|DETAIL/.test(line));
  return lines.length > 0 ? lines.join('\n') : log.trim();
}
