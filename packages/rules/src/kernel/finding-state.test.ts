import { expect, test } from 'vitest';
import { nextFinding, type FindingState, type Observation } from './finding-state.ts';

const failing: FindingState = { result: 'fail', stale: false, hasFailed: true };
const stale: FindingState = { ...failing, stale: true };
const unknown: FindingState = { result: 'unknown', stale: false, hasFailed: false };
const fixed: FindingState = { result: 'pass', stale: false, hasFailed: true };

test.each<[string, FindingState | null, Observation, FindingState | null, string | null]>([
  ['a first failure is detected', null, 'fail', failing, 'detected'],
  ['a pass that never failed leaves nothing', null, 'pass', null, null],
  ['what does not apply leaves nothing', null, 'not-applicable', null, null],
  ['what could not be read is kept as unknown', null, 'unknown', unknown, 'became-unknown'],
  ['what was never there leaves nothing', null, 'absent', null, null],
  ['what was not listed leaves nothing', null, 'unseen', null, null],

  ['a failure that fails again is the same', failing, 'fail', failing, null],
  ['a failure that passes is resolved', failing, 'pass', fixed, 'resolved'],
  [
    'a failure whose resource is gone is resolved',
    failing,
    'absent',
    { ...fixed, result: 'not-applicable' },
    'resolved',
  ],
  [
    'a failure that no longer applies is resolved',
    failing,
    'not-applicable',
    { ...fixed, result: 'not-applicable' },
    'resolved',
  ],
  ['a failure that can no longer be read stays failing', failing, 'unknown', stale, 'went-stale'],
  ['a failure whose listing is lost stays failing', failing, 'unseen', stale, 'went-stale'],

  ['a stale failure goes stale once', stale, 'unknown', stale, null],
  ['a stale failure that fails again is fresh, and no news', stale, 'fail', failing, null],
  ['a stale failure that passes is resolved', stale, 'pass', fixed, 'resolved'],

  ['an unknown that fails is detected', unknown, 'fail', failing, 'detected'],
  ['an unknown that passes is closed', unknown, 'pass', { ...unknown, result: 'pass' }, 'resolved'],
  ['an unknown that is not listed stays unknown', unknown, 'unseen', unknown, null],
  ['an unknown that stays so is no news', unknown, 'unknown', unknown, null],

  ['a fixed one that fails again is reopened', fixed, 'fail', failing, 'reopened'],
  [
    'a fixed one that can no longer be read is no pass',
    fixed,
    'unknown',
    { ...fixed, result: 'unknown' },
    'became-unknown',
  ],
  ['a fixed one that is not listed stays closed', fixed, 'unseen', fixed, null],
  ['a fixed one that passes is no news', fixed, 'pass', fixed, null],
  ['an unknown that had failed is reopened', { ...fixed, result: 'unknown' }, 'fail', failing, 'reopened'],
])('%s', (_sentence, before, seen, state, change) => {
  expect(nextFinding(before, seen)).toEqual({ state, change });
});

test('only a verdict closes an open finding', () => {
  for (const before of [failing, stale, unknown])
    for (const seen of ['unknown', 'unseen'] as const)
      expect(['fail', 'unknown']).toContain(nextFinding(before, seen).state?.result);
});
