import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseUser } from './database-user.ts';

/** macOS takes 103 bytes, Linux 107. */
const LONGEST = 100;

/**
 * Where a cluster's Unix socket lies: in the cluster, which only its user can enter; where that makes too long an address, in a directory of
 * the same kind under `/tmp` (not TMPDIR, which may be long itself).
 */
export function socketDirectory(cluster: string, user: DatabaseUser | null): string {
  if (Buffer.byteLength(`${cluster}/.s.PGSQL.5432`) <= LONGEST) return cluster;
  const directory = path.join('/tmp', `plumbline-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`);
  const uid = user?.uid ?? process.getuid?.();
  try {
    mkdirSync(directory, { mode: 0o700 });
    if (user) chownSync(directory, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const found = lstatSync(directory);
    // Anyone may have made it before us, and would then stand between us and the database.
    if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
      throw new Error(
        `${directory} is to hold the database's socket, but belongs to someone else or is open to others. Remove it.`,
        { cause: error },
      );
    }
  }
  return directory;
}
