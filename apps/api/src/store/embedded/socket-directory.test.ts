import { chmodSync, rmdirSync, statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { socketDirectory } from './socket-directory.ts';

const deep = (name: string) => `/srv/${name}/${'d'.repeat(100)}/postgres`;

test('the socket lies in the cluster where its address is short enough', () => {
  expect(socketDirectory('/srv/plumbline/postgres', null)).toBe('/srv/plumbline/postgres');
});

test('else in a directory that only its user can enter, the same for the same cluster', () => {
  const directory = socketDirectory(deep('a'), null);
  onTestFinished(() => rmdirSync(directory));
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(socketDirectory(deep('a'), null)).toBe(directory);
});

test('such a directory that is open to others is refused', () => {
  const directory = socketDirectory(deep('b'), null);
  onTestFinished(() => rmdirSync(directory));
  chmodSync(directory, 0o755);
  expect(() => socketDirectory(deep('b'), null)).toThrow(/belongs to someone else or is open to others/);
});
