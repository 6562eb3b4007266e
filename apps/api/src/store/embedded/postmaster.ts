import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a server writes into `postmaster.pid` of the cluster it runs on. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
}

export function readPostmaster(cluster: string): Postmaster | null {
  let lines;
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  // Half written: pid, directory, start time, port, socket directory, …
  return lines[0] && lines[4] ? { pid: Number(lines[0]), socketDirectory: lines[4] } : null;
}

/** Whether a process is a living PostgreSQL: not another that got the pid later, and not a dead one that its parent has not yet reaped. */
export function isPostgres(pid: number): boolean {
  const [state, command] = process.platform === 'linux' ? linuxProcess(pid) : otherProcess(pid);
  return command.endsWith('postgres') && !state.startsWith('Z') && !state.startsWith('X');
}

function linuxProcess(pid: number): readonly [state: string, command: string] {
  try {
    const [, command = '', state = ''] = /^\d+ \((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return [state, command];
  } catch {
    return ['', ''];
  }
}

function otherProcess(pid: number): readonly [state: string, command: string] {
  const [state = '', command = ''] = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(/\s+/);
  return [state, command];
}
