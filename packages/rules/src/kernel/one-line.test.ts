import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['plain text', 'plain text'],
  ['two\nlines', 'two\uFFFDlines'],
  ['\u001B[31mred', '\uFFFD[31mred'],
  ['acme\u202Egnp.exe', 'acme\uFFFDgnp.exe'],
  ['Zoë 👩‍👩‍👧', 'Zoë 👩‍👩‍👧'],
])('%j shows as %j', (text, shown) => {
  expect(oneLine(text)).toBe(shown);
});

test('a text of 10 MB is cut, and not through a character', () => {
  expect(oneLine('a'.repeat(10_000_000))).toBe(`${'a'.repeat(999)}…`);
  expect(oneLine('😀'.repeat(5_000_000))).toBe(`${'😀'.repeat(499)}…`);
});
