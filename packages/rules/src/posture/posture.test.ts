import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEVERITIES, type Severity } from '../kernel/severity.ts';
import { gains, posture, scoreParts, type RuleResult } from './posture.ts';
import { NO_COUNTS, type RuleCounts } from './rule-counts.ts';

const result = (id: string, severity: Severity, counts: Partial<RuleCounts>, service = 's3'): RuleResult => ({
  rule: { id, severity, service },
  counts: { ...NO_COUNTS, ...counts },
});

describe('the score', () => {
  test('weighs rules by severity, and each by its share of passes', () => {
    const results = [
      result('a', 'critical', { pass: 1, fail: 1 }),
      result('b', 'high', { pass: 4 }),
      result('c', 'low', { fail: 3 }),
    ];
    // (10 × 0.5 + 5 × 1 + 1 × 0) ÷ 16
    expect(posture(results).score).toBe(62.5);
  });
  test('is not moved by how many findings a noisy rule has, nor by what has no weight or no outcome', () => {
    const results = [result('a', 'high', { pass: 1, fail: 1 }), result('b', 'high', { pass: 1 })];
    const noisy = [result('a', 'high', { pass: 900, fail: 900 }), result('b', 'high', { pass: 1 })];
    expect(posture(noisy).score).toBe(posture(results).score);
    const more = [
      result('c', 'info', { fail: 5 }),
      result('d', 'critical', { unknown: 5, notApplicable: 3, unscanned: 1 }),
    ];
    expect(posture([...results, ...more]).score).toBe(posture(results).score);
  });
  test('is none where nothing was evaluated', () => {
    expect(posture([])).toEqual({ score: null, confidence: null });
    expect(posture([result('a', 'high', { unknown: 2 })])).toEqual({ score: null, confidence: 0 });
  });
  test('has a confidence that what could not be read lowers', () => {
    expect(posture([result('a', 'high', { pass: 2, fail: 1, unknown: 1 })]).confidence).toBe(0.75);
  });
});

test('its parts tell where the points go', () => {
  const results = [
    result('a', 'critical', { pass: 1, fail: 1 }, 's3'),
    result('b', 'high', { pass: 4 }, 'ec2'),
    result('c', 'low', { fail: 3 }, 'ec2'),
  ];
  expect(scoreParts(results, 'severity')).toEqual([
    { key: 'critical', weight: 10 / 16, score: 50, lost: 31.25 },
    { key: 'low', weight: 1 / 16, score: 0, lost: 6.25 },
    { key: 'high', weight: 5 / 16, score: 100, lost: 0 },
  ]);
  expect(scoreParts(results, 'service').map(({ key, lost }) => [key, lost])).toEqual([
    ['s3', 31.25],
    ['ec2', 6.25],
  ]);
});

const arbitraryResults = fc.array(
  fc.record({
    severity: fc.constantFrom(...SEVERITIES),
    service: fc.constantFrom('s3', 'ec2', 'iam'),
    pass: fc.nat(50),
    fail: fc.nat(50),
    unknown: fc.nat(5),
  }),
  { maxLength: 30 },
);
const resultsOf = (rows: readonly { severity: Severity; service: string; pass: number; fail: number }[]) =>
  rows.map(({ severity, service, ...counts }, index) => result(`rule-${index}`, severity, counts, service));

test('what the parts lose is what the whole lacks of 100', () => {
  fc.assert(
    fc.property(arbitraryResults, fc.constantFrom('severity', 'service'), (rows, by) => {
      const { score } = posture(resultsOf(rows));
      const lost = scoreParts(resultsOf(rows), by).reduce((sum, part) => sum + part.lost, 0);
      expect(lost).toBeCloseTo(score === null ? 0 : 100 - score, 8);
    }),
  );
});

test('a fix brings exactly the points that it promises', () => {
  fc.assert(
    fc.property(arbitraryResults, (rows) => {
      const before = resultsOf(rows);
      for (const { ruleId, gain, findings } of gains(before)) {
        const after = before.map((each) =>
          each.rule.id === ruleId
            ? { ...each, counts: { ...each.counts, pass: each.counts.pass + findings, fail: 0 } }
            : each,
        );
        expect((posture(after).score ?? 0) - (posture(before).score ?? 0)).toBeCloseTo(gain, 8);
      }
    }),
  );
});

test('the fix that brings most comes first, and one that brings nothing not at all', () => {
  const results = [
    result('low', 'low', { fail: 100 }),
    result('high', 'high', { fail: 1 }),
    result('info', 'info', { fail: 9 }),
    result('clean', 'critical', { pass: 1 }),
  ];
  expect(gains(results).map(({ ruleId }) => ruleId)).toEqual(['high', 'low']);
});
