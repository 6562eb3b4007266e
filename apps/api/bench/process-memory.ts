import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most resident memory that a process had, and what the PostgreSQL server that it started has now: the sum over its processes, what
 * they share counted once (PSS). Both in MB, by Linux's `/proc`.
 */
export function processMemory(pid: number): { readonly node: number; readonly database: number } {
  const servers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isDatabase(name));
  const pss = servers.map((name) => kilobytes(`/proc/${name}/smaps_rollup`, 'Pss'));
  return {
    node: kilobytes(`/proc/${pid}/status`, 'VmHWM') / 1000,
    database: pss.reduce((sum, each) => sum + each, 0) / 1000,
  };
}

/** Of servers that others run on this machine, too, the sum would be too high: such a measurement is made where there are none. */
function isDatabase(pid: string): boolean {
  return read(`/proc/${pid}/comm`).trim() === 'postgres';
}

function kilobytes(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0);
}

/** A process may have ended since it was listed. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
