import type { Evaluation } from '@plumbline/rules';
import { rules } from '@plumbline/rules';
import { expect, test } from 'vitest';
import { hashOf } from './hash.ts';
import { observe } from './observation.ts';

const item = (value: unknown) => ({ path: '/facets/policy', label: 'the policy', value });

test('a failure is known again by what it says, whatever the order of the keys in its evidence', () => {
  const [rule] = rules;
  const failing = (value: unknown) =>
    observe({
      rule,
      outcome: {
        status: 'fail',
        message: 'It is \0open.',
        severity: 'high',
        severityReason: null,
        evidence: [item(value)],
      },
    } as unknown as Evaluation);
  const seen = failing({ a: 1, b: 'x\ud800' });
  expect(failing({ b: 'x\ud800', a: 1 }).hash).toBe(seen.hash);
  expect(seen.hash).toBe(
    hashOf({ message: 'It is \0open.', severity: 2, severityReason: null, evidence: [item({ a: 1, b: 'x\ud800' })] }),
  );
  expect(failing({ a: 2, b: 'x\ud800' }).hash).not.toBe(seen.hash);
});
