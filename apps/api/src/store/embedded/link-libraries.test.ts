import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../testing/scratch.ts';
import { linkLibraries } from './link-libraries.ts';

test('the links that the package lists are made, relative and once', () => {
  const native = path.join(scratch(), 'native');
  mkdirSync(path.join(native, 'lib'), { recursive: true });
  writeFileSync(path.join(native, 'lib/libpq.so.5.18'), 'library');
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  linkLibraries(native);
  linkLibraries(native);
  expect(readlinkSync(path.join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readFileSync(path.join(native, 'lib/libpq.so.5'), 'utf8')).toBe('library');
});
