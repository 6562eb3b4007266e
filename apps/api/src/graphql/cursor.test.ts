import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SortKey } from '../store/keyset.ts';
import { SEED } from '../testing/fuzz/settings.ts';
import { decodeCursor, encodeCursor, filteredList } from './cursor.ts';

const KEYS: readonly SortKey[] = [
  { column: 'f.first_seen_at', type: 'timestamptz', descending: true },
  { column: 'r.name', type: 'text', descending: false },
  { column: 'f.id', type: 'uuid', descending: false },
];
const PLACE = ['2026-11-20 08:00:00.123456+00', 'Äpfel "1"', '00000000-0000-4000-8000-000000000000'];

test('a cursor gives back its place', () => {
  expect(decodeCursor(encodeCursor('findings', KEYS, PLACE), 'findings', KEYS)).toEqual(PLACE);
  expect(decodeCursor(null, 'findings', KEYS)).toBe(null);
});

test('a cursor of which anything was changed, cut or added is refused', () => {
  const cursor = encodeCursor('findings', KEYS, PLACE);
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.string({ maxLength: 3 }), fc.nat(3), (at, text, cut) => {
      const changed = cursor.slice(0, at) + text + cursor.slice(at + cut);
      fc.pre(changed !== cursor);
      expect(() => decodeCursor(changed, 'findings', KEYS)).toThrow(/`after`/);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test.each([
  ['a time', ['2026-11-20', 'a', PLACE[2] ?? '']],
  ['an id', [PLACE[0] ?? '', 'a', "' or 1=1"]],
  ['a null character', [PLACE[0] ?? '', 'a\0', PLACE[2] ?? '']],
  ['too little', [PLACE[0] ?? '', 'a']],
])('whoever makes up a cursor whose sum is right cannot make up %s', (_what, place) => {
  expect(() => decodeCursor(encodeCursor('findings', KEYS, place), 'findings', KEYS)).toThrow(/altered/);
});

test('what is no list of texts is refused, with whatever sum', () => {
  for (const content of ['{}', '[1]', '"1"', 'null', '[[', '']) {
    const place = Buffer.from(content).toString('base64url');
    const sum = createHash('sha256').update(place).digest('base64url').slice(0, 8);
    expect(() => decodeCursor(`${place}.${sum}`, 'findings', KEYS)).toThrow(/`after`/);
  }
});

const name = (filter: unknown) => filteredList('findings', filter);

test('filters have one name when they say the same, and else another', () => {
  expect(name({ a: ['x'], b: null, not: {} })).toBe(name({ not: undefined, a: ['x'] }));
  expect(name({ a: 1, b: 2 })).toBe(name({ b: 2, a: 1 }));
  expect(name(null)).toBe(name({}));
  // All results, where none given is those that fail.
  expect(name({ result: [] })).not.toBe(name({}));
  expect(name({ a: ['x', 'y'] })).not.toBe(name({ a: ['x'] }));
  expect(name({ at: new Date(0) })).not.toBe(name({ at: new Date(1) }));
});
