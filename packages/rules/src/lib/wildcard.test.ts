import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, overlaps } from './wildcard.ts';

const pattern = string({ unit: constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });
const text = string({ unit: constantFrom('a', 'b', ':'), maxLength: 8 });

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}

describe('covers', () => {
  test.each([
    ['s3:*', 's3:Get*'],
    ['*', 's3:*'],
    ['**', '*'],
    ['?*', '?*:?*'],
    ['*?', '?*:?*'],
    ['*:*', '?*:?*'],
    ['arn:aws:s3:::a*', 'arn:aws:s3:::a/*'],
  ])('%s is at least %s', (outer, inner) => expect(covers(outer, inner)).toBe(true));

  test.each([
    ['s3:Get*', 's3:*'],
    ['?', '*'],
    ['?*', '*'],
    ['i*', '?*:?*'],
    ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'],
    ['a*b', 'ab*'],
  ])('%s is not all of %s', (outer, inner) => expect(covers(outer, inner)).toBe(false));

  test('says of a text what matching says', () => {
    const agrees = property(pattern, text, (each, of) => covers(each, of) === matches(each, of));
    expect(() => assert(agrees)).not.toThrow();
  });

  test('never holds where a text matches the inner pattern alone', () => {
    const holds = property(
      pattern,
      pattern,
      text,
      (outer, inner, of) => !covers(outer, inner) || !matches(inner, of) || matches(outer, of),
    );
    expect(() => assert(holds)).not.toThrow();
  });
});

describe('overlaps', () => {
  test.each([
    ['s3:Get*', 's3:*Object', true],
    ['s3:Get*', 's3:Put*', false],
    ['a*', '*b', true],
    ['*', '', true],
    ['a?', 'ab', true],
    ['a?', 'a', false],
    ['arn:aws:s3:::acme/logs/*', 'arn:aws:s3:::acme/*', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });

  test('says of a text what matching says', () => {
    const agrees = property(pattern, text, (each, of) => overlaps(each, of) === matches(each, of));
    expect(() => assert(agrees)).not.toThrow();
  });

  test('holds wherever some text matches both', () => {
    const holds = property(
      pattern,
      pattern,
      text,
      (one, other, of) => !matches(one, of) || !matches(other, of) || overlaps(one, other),
    );
    expect(() => assert(holds)).not.toThrow();
  });
});
