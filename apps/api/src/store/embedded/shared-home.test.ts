import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch } from '../../testing/scratch.ts';
import { findBinaries } from './binaries.ts';
import { canEnter, databaseUser } from './database-user.ts';
import { clusterHome, copyPrograms } from './shared-home.ts';

const NOBODY = { uid: 65_534, gid: 65_534, name: 'nobody' };

/** A data directory of root's, below directories with these modes. */
function dataDirectory(...modes: number[]): string {
  let directory = scratch();
  for (const mode of modes) {
    directory = path.join(directory, 'd');
    mkdirSync(directory);
    chmodSync(directory, mode);
  }
  return directory;
}

test('for an ordinary user the data stays where it is', () => {
  const data = dataDirectory(0o700);
  expect(clusterHome(data, null, '/nowhere')).toBe(data);
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('a data directory of ours is opened just enough for the user', () => {
    const data = dataDirectory(0o700);
    expect(clusterHome(data, NOBODY, '/nowhere')).toBe(data);
    expect(statSync(data)).toMatchObject({ uid: 0, gid: NOBODY.gid });
    expect(statSync(data).mode & 0o777).toBe(0o710);
  });

  test('below a closed directory the data lies elsewhere, always in the same place, and nothing is opened', () => {
    const shared = path.join(scratch(), 'shared');
    const data = dataDirectory(0o700, 0o700);
    const home = clusterHome(data, NOBODY, shared);
    expect(path.dirname(home)).toBe(shared);
    expect(canEnter(home, NOBODY)).toBe(true);
    expect(clusterHome(data, NOBODY, shared)).toBe(home);
    expect(clusterHome(dataDirectory(0o700, 0o700), NOBODY, shared)).not.toBe(home);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  test('a database that its user can no longer reach is not silently left behind', () => {
    const data = dataDirectory(0o700, 0o700);
    mkdirSync(path.join(data, 'postgres'));
    expect(() => clusterHome(data, NOBODY, '/nowhere')).toThrow(/belongs to user nobody, who can no longer reach it/);
  });

  test('programs that the user cannot reach are copied once, and run from there', () => {
    const { directory } = findBinaries({ directory: null, user: null, major: null });
    const shared = path.join(scratch(), 'shared');
    const copy = copyPrograms(path.dirname(directory), '18.4.0', shared);
    expect(copy).toBe(path.join(shared, '18.4.0'));
    expect(findBinaries({ directory: path.join(copy, 'bin'), user: NOBODY, major: null }).major).toBeGreaterThanOrEqual(
      15,
    );
    writeFileSync(path.join(copy, 'mark'), '');
    expect(copyPrograms(path.dirname(directory), '18.4.0', shared)).toBe(copy);
    expect(statSync(path.join(copy, 'mark')).isFile()).toBe(true);
  });

  test('the owner of the data runs the database', () => {
    const data = dataDirectory(0o700);
    expect(databaseUser(data)?.uid).not.toBe(0);
    chownSync(data, 4711, 4712);
    expect(databaseUser(path.join(data, 'postgres'), data)).toEqual({ uid: 4711, gid: 4712, name: '4711' });
  });
});
