import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../testing/scratch.ts';
import { findBinaries } from './binaries.ts';

/** A directory with programs that tell a version, or what a shell makes of something else. */
function programs(version: string): string {
  const directory = path.join(scratch(), 'bin');
  mkdirSync(directory);
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(path.join(directory, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`);
    chmodSync(path.join(directory, name), 0o755);
  }
  return directory;
}

test('PG_BIN is taken where it is given', () => {
  const directory = programs('17.2 (Debian 17.2-1)');
  expect(findBinaries({ directory, user: null, major: null })).toEqual({ directory, major: 17 });
  expect(findBinaries({ directory, user: null, major: 17 })).toEqual({ directory, major: 17 });
});

test('without it the package for this platform serves, or the system', () => {
  expect(findBinaries({ directory: null, user: null, major: null }).major).toBeGreaterThanOrEqual(15);
});

test('an old PostgreSQL is refused', () => {
  const directory = programs('14.11');
  expect(() => findBinaries({ directory, user: null, major: null })).toThrow(
    `The PostgreSQL in PG_BIN cannot be used.\n  ${directory}: is version 14\n` +
      `Set PG_BIN to a directory with the programs of PostgreSQL 15 or newer, or DATABASE_URL to a server.`,
  );
});

test('data of another version is refused', () => {
  const directory = programs('16.4');
  expect(() => findBinaries({ directory, user: null, major: 18 })).toThrow(
    `${directory}: is version 16, and the data was made by version 18\nSet PG_BIN to a directory with the programs of PostgreSQL 18,`,
  );
});

test('a directory without programs is refused', () => {
  const directory = scratch();
  expect(() => findBinaries({ directory, user: null, major: null })).toThrow(
    `${directory}: postgres cannot be run (ENOENT)`,
  );
});
