import { describe, expect, test } from 'vitest';
import { NO_COUNTS, type RuleCounts } from '../posture/rule-counts.ts';
import type { Assessment } from './coverage.ts';
import { countStatuses, frameworkScore, requirementStatus } from './requirement-status.ts';

const rule = (counts: Partial<RuleCounts>): RuleCounts => ({ ...NO_COUNTS, ...counts });

describe('the status of a requirement', () => {
  test.each<[string, Assessment, RuleCounts[], string]>([
    ['all pass', 'automated', [rule({ pass: 3 }), rule({ pass: 1 })], 'passed'],
    ['one of many fails', 'automated', [rule({ pass: 9999, fail: 1 }), rule({ pass: 1 })], 'failed'],
    ['one fails and one is unknown', 'automated', [rule({ fail: 1 }), rule({ unknown: 1 })], 'failed'],
    ['one is unknown and the rest pass', 'automated', [rule({ pass: 3 }), rule({ unknown: 1 })], 'unknown'],
    ['an account was not scanned for it', 'automated', [rule({ pass: 3, unscanned: 1 })], 'unknown'],
    ['one passes and one has nothing to look at', 'automated', [rule({ pass: 3 }), rule({})], 'passed'],
    ['nothing to look at', 'automated', [rule({}), rule({ notApplicable: 4 })], 'no-data'],
    ['nothing scanned', 'automated', [rule({ unscanned: 2 })], 'no-data'],
    ['a part passes', 'partial', [rule({ pass: 1 })], 'passed'],
    ['a part fails', 'partial', [rule({ fail: 1 })], 'failed'],
    ['a person must judge it, whatever fails', 'manual', [rule({ fail: 1 })], 'manual-pending'],
    ['a person must judge it, whatever passes', 'manual', [rule({ pass: 1 })], 'manual-pending'],
    ['no rule', 'uncovered', [], 'not-covered'],
  ])('%s', (_what, assessment, counts, expected) => {
    expect(requirementStatus(assessment, counts)).toBe(expected);
  });
});

test('the score of a framework is of what is decided, and nothing else', () => {
  const decided = countStatuses(['passed', 'failed', 'passed', 'passed']);
  expect(frameworkScore(decided)).toBe(75);
  const beside = countStatuses([
    ...(['passed', 'failed', 'passed', 'passed'] as const),
    ...(['unknown', 'manual-pending', 'not-covered', 'no-data', 'not-covered'] as const),
  ]);
  expect(frameworkScore(beside)).toBe(75);
  expect(beside['not-covered']).toBe(2);
  expect(frameworkScore(countStatuses(['unknown', 'manual-pending']))).toBeNull();
});
