import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { asUser, type DatabaseUser } from './database-user.ts';
import { isAlive } from './is-alive.ts';

/** The role that owns everything in our own cluster. */
export const ROLE = 'plumbline';

/**
 * Makes a new cluster where there is none. It is made beside its place and then moved there in one step: a process that is killed leaves
 * nothing half made, and of two that do it at once the first wins.
 */
export function initialise(cluster: string, binaries: string, user: DatabaseUser | null): void {
  if (existsSync(cluster)) return;
  const fresh = freshDirectory(cluster);
  try {
    if (user) chownSync(fresh, user.uid, user.gid);
    const made = spawnSync(
      path.join(binaries, 'initdb'),
      ['-D', fresh, '-U', ROLE, '--auth=trust', '--encoding=UTF8', '--locale=C', '--data-checksums'],
      { ...asUser(user), encoding: 'utf8' },
    );
    if (made.status !== 0)
      throw new Error(`The database could not be set up in ${cluster}: ${made.error?.message ?? made.stderr.trim()}`);
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error;
  }
}

/** A directory named for this process; those whose process was killed are removed. */
function freshDirectory(cluster: string): string {
  for (const left of globSync(`${cluster}.new-*`)) {
    const pid = Number(left.split('-').at(-1));
    if (pid === process.pid || !isAlive(pid)) rmSync(left, { recursive: true, force: true });
  }
  const fresh = `${cluster}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  return fresh;
}

/** The PostgreSQL version that made a cluster. `null`: there is none yet. */
export function majorOf(cluster: string): number | null {
  return existsSync(cluster) ? Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10) : null;
}
