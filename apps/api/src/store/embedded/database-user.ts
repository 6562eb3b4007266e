import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * PostgreSQL refuses to run as root. Who runs it then: the owner of the first of these directories that is not root's,
 * else `postgres`, else `nobody`. `null`: whoever we are.
 */
export function databaseUser(...directories: readonly string[]): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const directory of directories) {
    const owner = statSync(directory, { throwIfNoEntry: false });
    if (!owner || owner.uid === 0) continue;
    return { uid: owner.uid, gid: owner.gid, name: id('-un', String(owner.uid)) ?? `${owner.uid}` };
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [id('-u', name), id('-g', name)];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid), name };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as. ' +
      'Start Plumbline as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function id(...args: readonly string[]): string | null {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/** Whether a user can enter a directory, asked of the system itself: every parent has a say, and so have access lists. */
export function canEnter(directory: string, user: DatabaseUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], asUser(user)).status === 0;
}

/** Options for a child process of the database: its user, and nothing of our environment (PGPORT and its like would change its settings). */
export function asUser(user: DatabaseUser | null): {
  cwd: string;
  env: Record<string, string>;
  uid?: number;
  gid?: number;
} {
  const plain = { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } };
  return user ? { ...plain, uid: user.uid, gid: user.gid } : plain;
}
