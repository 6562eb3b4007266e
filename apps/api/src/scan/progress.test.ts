import { expect, test } from 'vitest';
import type { ScanProgress } from '../store/scan-tables.ts';
import { scanProgress, WAITING } from './progress.ts';

const reading: ScanProgress = {
  percent: 51,
  phase: 'EVALUATING',
  done: 51,
  total: 100,
  current: 's3 eu-west-1',
  resources: 7,
};
const done: ScanProgress = { percent: 100, phase: 'DONE', done: 30, total: 30, current: null, resources: 5 };

test('a scan is as far as its accounts are on the average, and shows the one that runs', () => {
  expect(scanProgress([done, reading, WAITING])).toEqual({
    ...reading,
    percent: 50,
    done: 81,
    total: 130,
    resources: 12,
  });
});

test('between two accounts it waits; after the last it is done', () => {
  expect(scanProgress([done, WAITING]).phase).toBe('WAITING');
  expect(scanProgress([done, done])).toMatchObject({ phase: 'DONE', percent: 100 });
});
