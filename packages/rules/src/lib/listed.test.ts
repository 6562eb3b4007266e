import { expect, test } from 'vitest';
import { listed } from './listed.ts';

test('a list reads as people write it', () => {
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

test('a long list is cut and says how much of it', () => {
  expect(listed(['a', 'b', 'c', 'd'])).toBe('a, b, c and d');
  expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
