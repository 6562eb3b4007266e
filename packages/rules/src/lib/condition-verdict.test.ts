import type { PolicyStatement } from '@plumbline/model';
import { expect, test } from 'vitest';
import { verdictOf } from './condition-verdict.ts';

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
