import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { canEnter, type DatabaseUser } from './database-user.ts';

/** Where root keeps what the database's user cannot reach in root's own directories. */
const SHARED_HOME = '/var/lib/plumbline';

/** Copies the programs once to where every user can run them. */
export function copyPrograms(native: string, version: string, shared = SHARED_HOME): string {
  const target = path.join(shared, version);
  if (existsSync(target)) return target;
  makeSharedHome(shared);
  console.log(`The database's programs are copied to ${target}, as its user cannot reach ${native}.`);
  const fresh = mkdtempSync(`${target}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', fresh]);
  try {
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(target)) throw error; // else another process was faster
  }
  return target;
}

/** The directory for the cluster that belongs to a data directory: that one itself where the user can enter it. */
export function clusterHome(data: string, user: DatabaseUser | null, shared = SHARED_HOME): string {
  if (!user || canEnter(data, user)) return data;
  if (canEnter(path.dirname(data), user)) letIn(data, user);
  if (canEnter(data, user)) return data;
  const left = path.join(data, 'postgres');
  if (existsSync(left)) {
    throw new Error(
      `The database in ${left} belongs to user ${user.name}, who can no longer reach it: a directory above it is closed to others.`,
    );
  }
  makeSharedHome(shared);
  const home = path.join(shared, createHash('sha256').update(realpathSync(data)).digest('hex').slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  letIn(home, user);
  return home;
}

/** Lets the user's group pass through a directory that only root could enter, seeing nothing of it. */
function letIn(directory: string, user: DatabaseUser): void {
  const { uid, mode } = statSync(directory);
  if (uid !== 0 || (mode & 0o077) !== 0) return;
  chownSync(directory, 0, user.gid);
  chmodSync(directory, 0o710);
}

function makeSharedHome(shared: string): void {
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o755); // whatever the umask is
}
