import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseBook } from './phrase-book.ts';

test('what is shortened reads as it was, whatever it was', () => {
  const book = new PhraseBook();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value);
      const before = book.shortened(json);
      expect([before, book.shortened(json)].map((short) => book.whole(short))).toEqual([json, json]);
    }),
  );
});

test('of more different phrases than have a number, each reads as it was', () => {
  const book = new PhraseBook();
  const texts = Array.from({ length: 30_000 }, (_, index) => JSON.stringify({ ü: `"${index % 10_000}\0`, n: index }));
  const short = texts.map((text) => book.shortened(text));
  expect(short.map((text) => book.whole(text))).toEqual(texts);
});

test('texts that are alike in much become short', () => {
  const book = new PhraseBook();
  const rules = Array.from({ length: 100 }, (_, index) =>
    JSON.stringify({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: `10.0.0.${index}/32` }] }),
  );
  const lengths = rules.map((text) => book.shortened(text).length / text.length);
  expect(lengths.at(-1)).toBeLessThan(0.4);
});
