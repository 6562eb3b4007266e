import { chmodSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectories } from './make-directories.ts';
import { scratch } from './testing/scratch.ts';

test('a missing directory is made for us alone, with those above it; one that is there stays as it is', () => {
  const data = path.join(scratch(), 'srv/plumbline');
  makeDirectories({ PLUMBLINE_DATA: data });
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(statSync(path.dirname(data)).mode & 0o500).toBe(0o500);
  chmodSync(data, 0o750);
  makeDirectories({ PLUMBLINE_DATA: data });
  expect(statSync(data).mode & 0o777).toBe(0o750);
});

test.each(['file', 'file/below'])('%s is refused, with the variable that names it', (name) => {
  const directory = scratch();
  writeFileSync(path.join(directory, 'file'), '');
  expect(() => makeDirectories({ PLUMBLINE_SNAPSHOTS: path.join(directory, name) })).toThrow(
    `${path.join(directory, name)} cannot be used: there is a file of that name. Set PLUMBLINE_SNAPSHOTS to another directory.`,
  );
});
