import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { conditionsOf, isFixed } from './condition.ts';

test('an operator is read in its parts, keys in lower case, values as lists of texts, all in the order of their names', () => {
  expect(
    conditionsOf({
      Condition: {
        'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a', 'b'] },
        Bool: { 'AWS:SecureTransport': false },
      },
    }),
  ).toEqual([
    { operator: 'Bool', quantifier: null, ifExists: false, key: 'aws:securetransport', values: ['false'] },
    { operator: 'StringLike', quantifier: 'ForAnyValue', ifExists: true, key: 'aws:tagkeys', values: ['a', 'b'] },
  ]);
});

test('a value reads the same alone and as a list of one, whatever was read before', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('StringEquals', 'StringLikeIfExists', 'ForAnyValue:StringLike', 'Bool', ''),
      fc.constantFrom('aws:SourceArn', 'AWS:sourcearn', ''),
      fc.oneof(fc.constantFrom('a', '*'), fc.string({ maxLength: 3 }), fc.constant('long'.repeat(100))),
      (operator, key, value) => {
        const alone = conditionsOf({ Condition: { [operator]: { [key]: value } } });
        expect(alone).toEqual(conditionsOf({ Condition: { [operator]: { [key]: [value] } } }));
      },
    ),
    { numRuns: RUNS * 50, seed: SEED },
  ));

test.each([
  ['StringEquals', '*', true],
  ['StringLike', '*', false],
  ['ArnEquals', 'arn:aws:iam::111122223333:role/?', false],
  ['StringEquals', '${aws:username}', false],
  ['StringEquals', '', false],
  ['StringNotEquals', 'a', false],
])('%s "%s" is one fixed value: %s', (operator, value, expected) => expect(isFixed(value, operator)).toBe(expected));
