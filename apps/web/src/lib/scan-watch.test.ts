import { expect, test } from 'vitest';
import { NOTHING_SEEN, withEvent } from './scan-watch.ts';

const at = '2026-11-20T08:00:00Z';
const progressed = (sequence: number, percent: number) =>
  ({
    kind: 'ScanProgressed',
    sequence,
    at,
    progress: { percent, phase: 'COLLECTING', current: 's3 eu-west-1', resources: percent },
  }) as const;
const gap = {
  kind: 'ScanGap',
  sequence: 2,
  at,
  gap: { service: 'ec2', region: 'eu-west-1', action: 'ec2:DescribeSecurityGroups', message: 'Denied' },
} as const;

test('takes in events as they come', () => {
  const watch = [progressed(1, 10), gap, progressed(3, 40)].reduce(withEvent, NOTHING_SEEN);
  expect(watch.progress?.percent).toBe(40);
  expect(watch.gaps).toEqual([gap.gap]);
  expect(watch.sequence).toBe(3);
});

test('counts nothing twice when the connection broke and the events come again', () => {
  const events = [progressed(1, 10), gap, progressed(3, 40)];
  const watch = [...events, ...events].reduce(withEvent, NOTHING_SEEN);
  expect(watch.gaps).toHaveLength(1);
  expect(watch.progress?.percent).toBe(40);
});
