import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf, withValues } from './edit.ts';
import { anyText } from './testing/queries.ts';

test.each([
  ['', ['s3'], 'service:s3'],
  ['severity:high acme', ['s3', 'iam'], 'severity:high acme service:s3,iam'],
  ['service:ec2 acme', ['s3'], 'service:s3 acme'],
  ['acme service:ec2 severity:high', [], 'acme severity:high'],
  ['service:ec2 x service:s3', ['s3'], 'service:s3 x'],
  ['-service:s3,iam', ['s3'], '-service:iam service:s3'],
  ['-service:s3', ['s3'], 'service:s3'],
  ['severity:urgent -tag:x', ['s3'], 'severity:urgent -tag:x service:s3'],
  ['acme "open', ['s3'], 'service:s3 acme "open'],
])('in %j the services %j: %j', (text, values, expected) => {
  expect(withValues(text, 'service', values)).toBe(expected);
});

test('whatever was typed, the values are then those that were chosen', () => {
  fc.assert(
    fc.property(anyText, fc.uniqueArray(fc.constantFrom('s3', 'iam', 'a b', 'x,"y')), (text, values) => {
      expect(valuesOf(withValues(text, 'service', values), 'service')).toEqual(values);
    }),
    { numRuns: 1000 },
  );
});
