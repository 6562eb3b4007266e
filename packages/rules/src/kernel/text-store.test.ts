import { expect, test } from 'vitest';
import { TextStore } from './text-store.ts';

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
  'Käse/🧀',
  'long'.repeat(50_000),
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:iam::111122223333:role/path-${index % 1500}/name-${index}`),
];

test('numbers texts as they come, and gives each back as it was', () => {
  const store = new TextStore();
  expect(texts.map((text) => store.push(text))).toEqual(texts.map((_, index) => index));
  expect(store.push('name')).toBe(texts.length);
  expect(texts.map((_, index) => store.text(index))).toEqual(texts);
});
