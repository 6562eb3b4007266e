import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { asUser, type DatabaseUser } from './database-user.ts';

/** The role that owns everything in our own cluster. */
export const ROLE = 'plumbline';

/**
 * Makes a new cluster where there is none. It is made beside its place and then moved there in one step: a process that is killed leaves
 * nothing half made, and of two that do it at once the first wins.
 */
export function initialise(cluster: string, binaries: string, user: DatabaseUser | null): void {
  if (existsSync(cluster)) return;
  const fresh = mkdtempSync(`${cluster}.new-`);
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

/** The PostgreSQL version that made a cluster. `null`: there is none yet. */
export function majorOf(cluster: string): number | null {
  return existsSync(cluster) ? Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10) : null;
}
