import { expect, test } from 'vitest';
import { statusOf } from './end-scan.ts';

test.each([
  [['SUCCEEDED', 'RUNNING'], null],
  [['CANCELLED', 'QUEUED'], null],
  [['SUCCEEDED', 'SUCCEEDED'], 'SUCCEEDED'],
  [['SUCCEEDED', 'PARTIAL'], 'PARTIAL'],
  [['SUCCEEDED', 'FAILED'], 'PARTIAL'],
  [['FAILED', 'FAILED'], 'FAILED'],
  [['FAILED', 'CANCELLED'], 'CANCELLED'],
  [[], 'CANCELLED'],
] as const)('a scan whose parts are %j is %s', (parts, status) => {
  expect(statusOf(parts)).toBe(status);
});
