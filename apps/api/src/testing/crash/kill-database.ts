import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readPostmaster } from '../../store/embedded/postmaster.ts';

/** Kills the database of a data directory: its postmaster and every process of it. */
export function killDatabase(data: string): void {
  const postmaster = readPostmaster(path.join(data, 'postgres'))?.pid;
  if (!postmaster) return;
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const children = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (parent === postmaster && pid ? [pid] : []));
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
