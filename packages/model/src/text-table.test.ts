import { expect, test } from 'vitest';
import { TextTable } from './text-table.ts';

const texts = [
  '',
  'name',
  'ma:ne',
  ':',
  '\0',
  '\0"\0"',
  '\uFEFFmark',
  'half \ud83d of one',
  'the other \ude00 half',
  'half \ufffd of one',
  'long'.repeat(50_000),
  ...Array.from({ length: 3000 }, (_, index) => `arn:aws:iam::111122223333:role/path-${index % 1500}/name-${index}`),
];

test('numbers each text once, finds it, and gives it back as it was', () => {
  const table = new TextTable();
  expect(texts.map((text) => table.add(text))).toEqual(texts.map((_, index) => index));
  expect(texts.map((text) => table.add(text))).toEqual(texts.map((_, index) => index));
  expect(texts.map((text) => table.find(text))).toEqual(texts.map((_, index) => index));
  expect(texts.map((_, index) => table.text(index))).toEqual(texts);
  expect(table.size).toBe(texts.length);
});

test('does not find what was not added', () => {
  const table = new TextTable();
  for (const text of texts) table.add(text);
  for (const other of ['nam', 'name/', '/', '\0\0', 'half \ud83e of one', 'arn:aws:iam::111122223333:role/name-0'])
    expect(table.find(other)).toBe(-1);
  expect(table.size).toBe(texts.length);
});
