import { expect, test } from 'vitest';
import { storableJson, storableText } from './storable.ts';

test('equal values have equal text, whatever the order of their keys', () => {
  expect(storableJson({ b: [{ y: 1, x: null }], a: 'é' })).toBe('{"a":"é","b":[{"x":null,"y":1}]}');
  expect(storableJson({ a: 'é', b: [{ x: null, y: 1 }] })).toBe(storableJson({ b: [{ y: 1, x: null }], a: 'é' }));
});

test('what was not set is left out, as JSON does', () => {
  expect(storableJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});

test('replaces what PostgreSQL refuses, in keys and values, and nothing else', () => {
  expect(storableJson({ 'k\0': ['a\0b', '\ud800', '\udc00x', '😀'] })).toBe(
    '{"k\ufffd":["a\ufffdb","\ufffd","\ufffdx","😀"]}',
  );
  expect(storableJson('a literal \\u0000 is text')).toBe('"a literal \\\\u0000 is text"');
  expect(storableText('a\0\ud800😀')).toBe('a\ufffd\ufffd😀');
});
