import { expect, test } from 'vitest';
import { pointer, readPointer } from './json-pointer.ts';

const document = { policy: { Statement: [{ 'a/b~c': 1, Sid: null }] } };

test('reads what is there', () => {
  expect(readPointer(document, '/policy/Statement/0/a~1b~0c')).toEqual({ found: true, value: 1 });
  expect(readPointer(document, '/policy/Statement/0/Sid')).toEqual({ found: true, value: null });
  expect(readPointer(document, '')).toEqual({ found: true, value: document });
});

test.each([
  '/policy/Statement/1',
  '/policy/Statement/length',
  '/policy/toString',
  '/__proto__',
  '/policy/Statement/0/Sid/x',
])('finds nothing at %s', (path) => {
  expect(readPointer(document, path)).toEqual({ found: false, value: null });
});

test('writes what it reads', () => {
  expect(pointer('policy', 'Statement', 0, 'a/b~c')).toBe('/policy/Statement/0/a~1b~0c');
});
