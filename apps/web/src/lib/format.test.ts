import { describe, expect, test } from 'vitest';
import { formatDuration, formatGain, formatNumberOf, formatRelativeTime, formatScore } from './format.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('formatRelativeTime', () => {
  test.each([
    ['2026-11-20T11:59:55Z', 'just now'],
    ['2026-11-20T11:59:15Z', '45 seconds ago'],
    ['2026-11-20T11:00:01Z', '59 minutes ago'],
    ['2026-11-20T09:30:00Z', '2 hours ago'],
    ['2026-11-19T11:00:00Z', 'yesterday'],
    ['2026-11-01T12:00:00Z', '19 days ago'],
    ['2026-08-20T12:00:00Z', '3 months ago'],
    ['2024-08-20T12:00:00Z', '2 years ago'],
    ['2026-11-20T12:05:00Z', 'in 5 minutes'],
  ])('%s is %s', (at, expected) => {
    expect(formatRelativeTime(at, NOW)).toBe(expected);
  });
});

test.each([
  [0, '0 findings'],
  [1, '1 finding'],
  [1204, '1,204 findings'],
])('%i of a thing', (count, expected) => {
  expect(formatNumberOf(count, 'finding')).toBe(expected);
});

test.each([
  ['2026-11-20T12:00:00.400Z', '0.4 s'],
  ['2026-11-20T12:00:42Z', '42 s'],
  ['2026-11-20T12:03:05Z', '3 min 5 s'],
  ['2026-11-20T14:10:00Z', '2 h 10 min'],
])('a duration until %s', (to, expected) => {
  expect(formatDuration('2026-11-20T12:00:00Z', to)).toBe(expected);
});

test.each([
  [99.99, '99.9'],
  [100, '100'],
  [62.5, '62.5'],
  [0, '0'],
  [(100 * 29) / 100, '29'],
])('a score of %d is written %s', (score, expected) => {
  expect(formatScore(score)).toBe(expected);
});

test.each([
  [3.25, '+3.3'],
  [0.01, '+<0.1'],
  [12, '+12.0'],
])('a gain of %d is written %s', (points, expected) => {
  expect(formatGain(points)).toBe(expected);
});
