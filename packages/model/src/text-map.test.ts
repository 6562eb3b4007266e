import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { TextMap } from './text-map.ts';

const texts = [
  '',
  '\0',
  '\0\0',
  'name',
  'ma:ne',
  'ü',
  'ÿÿÿÿ',
  'half \ud83d of one',
  'half \ud83e of one',
  '\u6161',
  'aa',
  'long'.repeat(50_000),
  ...Array.from({ length: 300 }, (_, length) => 'x'.repeat(length + 1)),
  ...Array.from({ length: 300 }, (_, length) => '\u0178'.repeat(length + 1)),
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:ec2:eu-west-1:111122223333:instance/i-${index}`),
];

test('has the value of each of many texts, and none of a text that was not set', () => {
  const map = new TextMap();
  const halves = texts.filter((_, index) => index % 2 === 0);
  for (const [index, text] of halves.entries()) map.set(text, index + 1);
  expect(halves.map((text) => map.get(text))).toEqual(halves.map((_, index) => index + 1));
  expect(texts.filter((_, index) => index % 2 === 1).filter((text) => map.get(text) !== 0)).toEqual([]);
});

test('a value is set again, or only where there was none', () => {
  const map = new TextMap();
  expect(texts.map((text, index) => map.setNew(text, -index - 1))).toEqual(texts.map(() => 0));
  expect(texts.map((text) => map.setNew(text, 7))).toEqual(texts.map((_, index) => -index - 1));
  for (const text of texts) map.set(text, 8);
  expect(new Set(texts.map((text) => map.get(text)))).toEqual(new Set([8]));
});

test('texts that differ in a character have nothing of their fingerprints in common', () => {
  const halves = texts.flatMap((text) => {
    const { low, high } = fingerprintOf(text);
    return [low, high];
  });
  // Of some ten thousand numbers of 32 bits hardly one is there twice.
  expect(new Set(halves).size).toBeGreaterThan(halves.length - 4);
  expect(fingerprintOf('name')).toEqual({ ...fingerprintOf('name') });
});
