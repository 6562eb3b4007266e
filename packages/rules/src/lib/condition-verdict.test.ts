import type { PolicyStatement } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { dependsOn, verdictOf } from './condition-verdict.ts';

type Condition = NonNullable<PolicyStatement['Condition']>;

const context = { 'iam:passedtoservice': 'ecs-tasks.amazonaws.com', 'iam:permissionsboundary': null };

test.each<[string, Condition, string]>([
  ['no condition', {}, 'met'],
  ['the value', { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }, 'met'],
  [
    'one of several values',
    { StringEquals: { 'IAM:passedtoservice': ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'] } },
    'met',
  ],
  ['another value', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'unmet'],
  ['a pattern', { StringLike: { 'iam:PassedToService': 'ecs*' } }, 'met'],
  ['a star that is taken literally', { StringEquals: { 'iam:PassedToService': 'ecs*' } }, 'unmet'],
  ['a negation', { StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'met'],
  ['a key that is absent', { StringEquals: { 'iam:PermissionsBoundary': 'arn:x' } }, 'unmet'],
  ['a key that is absent, if it exists', { StringEqualsIfExists: { 'iam:PermissionsBoundary': 'arn:x' } }, 'met'],
  [
    'a key that is absent, for all its values',
    { 'ForAllValues:StringEquals': { 'iam:PermissionsBoundary': 'arn:x' } },
    'met',
  ],
  ['a key that is absent, negated', { StringNotEquals: { 'iam:PermissionsBoundary': 'arn:x' } }, 'met'],
  ['absence', { Null: { 'iam:PermissionsBoundary': 'true' } }, 'met'],
  ['presence', { Null: { 'iam:PermissionsBoundary': false } }, 'unmet'],
  ['item 40: MFA, which a recording cannot tell', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'open'],
  ['presence, in capitals', { Null: { 'iam:PermissionsBoundary': 'TRUE' } }, 'met'],
  ['no value of an absent key', { 'ForAnyValue:StringNotEquals': { 'iam:PermissionsBoundary': 'arn:x' } }, 'unmet'],
  ['a value, negated', { StringNotLike: { 'iam:PassedToService': 'ecs*' } }, 'unmet'],
  ['capitals, which count', { StringEquals: { 'iam:PassedToService': 'ECS-tasks.amazonaws.com' } }, 'unmet'],
  ['capitals, ignored', { StringEqualsIgnoreCase: { 'iam:PassedToService': 'ECS-tasks.amazonaws.com' } }, 'met'],
  ['an operator on text that is none', { NumericLessThan: { 'iam:PassedToService': '7' } }, 'open'],
  ['TLS, which whoever asks can use', { Bool: { 'aws:SecureTransport': 'true' } }, 'met'],
  ['a policy variable', { StringLike: { 'iam:PassedToService': '${aws:PrincipalTag/service}' } }, 'open'],
  [
    'one that is not met beside one that cannot be told',
    {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    },
    'unmet',
  ],
])('%s', (_name, Condition, verdict) => expect(verdictOf({ Condition }, context)).toBe(verdict));

test('a Deny is not met by what whoever asks can avoid', () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  expect(verdictOf({ Effect: 'Deny', Condition }, {})).toBe('unmet');
});

const on = (Condition: Condition) => dependsOn({ Condition }, context);

describe('dependsOn', () => {
  const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  test('names the keys that cannot be told, as they are written', () =>
    expect(on({ ...MFA, StringLike: { 'iam:PassedToService': 'ecs*' } })).toEqual(['aws:MultiFactorAuthPresent']));
  test('names no key that whoever asks sends as they like', () =>
    expect(on({ Bool: { ...MFA.Bool, 'aws:SecureTransport': 'true' } })).toEqual(['aws:MultiFactorAuthPresent']));
  test('names a key that is known, where what is wanted of it is not', () =>
    expect(on({ StringLike: { 'iam:PassedToService': '${aws:PrincipalTag/service}' } })).toEqual([
      'iam:PassedToService',
    ]));
  test('is nothing where it is met, and null where it is not', () => {
    expect(on({})).toEqual([]);
    expect(on({ Null: { 'iam:PermissionsBoundary': false } })).toBeNull();
  });
});
