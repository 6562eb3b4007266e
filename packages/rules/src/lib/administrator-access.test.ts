import type { PolicyStatement } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { administratorStatement } from './administrator-access.ts';

function administrator(...statements: readonly PolicyStatement[]): number {
  const placed = statements.map((statement) => ({ statement }));
  return placed.findIndex((each) => each === administratorStatement(placed));
}

const allow = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Allow', Resource: '*', ...rest });
const deny = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Deny', Resource: '*', ...rest });
const ALL = allow({ Action: '*' });
const NOBODY = -1;

describe('is an administrator', () => {
  test.each<[string, readonly PolicyStatement[]]>([
    ['*', [ALL]],
    ['*:*', [allow({ Action: '*:*' })]],
    ['**', [allow({ Action: '**' })]],
    ['?*', [allow({ Action: '?*' })]],
    ['* in a list', [allow({ Action: ['s3:GetObject', '*'] })]],
    ['every ARN by name', [allow({ Action: '*', Resource: 'arn:aws:*:*:*:*' })]],
    ['arn:*', [allow({ Action: '*', Resource: ['arn:*'] })]],
    ['every ARN in China', [allow({ Action: '*', Resource: 'arn:aws-cn:*' })]],
    ['all resources but a bucket', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::ledger' }]],
    ['all actions but one of S3', [allow({ NotAction: 's3:DeleteBucket' })]],
    ['IAM and all but IAM', [allow({ NotAction: 'iam:*' }), allow({ Action: 'IAM:*' })]],
    ['a Deny of something else', [ALL, deny({ Action: 'organizations:*' })]],
    ['a Deny of reading in IAM', [ALL, deny({ Action: ['iam:Get*', 'iam:List*'] })]],
    ['a Deny on one role', [ALL, deny({ Action: 'iam:*', Resource: 'arn:aws:iam::*:role/break-glass' })]],
    [
      'a Deny unless MFA',
      [ALL, deny({ Action: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })],
    ],
    [
      'a condition, which says when and not what',
      [allow({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
    ],
  ])('%s', (_name, statements) => expect(administrator(...statements)).toBe(0));
});

describe('is none', () => {
  test.each<[string, readonly PolicyStatement[]]>([
    ['no statement', []],
    ['every action of one service', [allow({ Action: 's3:*' })]],
    ['every action on one bucket', [allow({ Action: '*', Resource: 'arn:aws:s3:::acme-invoices/*' })]],
    ['all actions but those of IAM', [allow({ NotAction: ['iam:*', 'organizations:*'] })]],
    ['the same in capitals', [allow({ NotAction: 'IAM:*' })]],
    ['NotAction that leaves nothing', [allow({ NotAction: '*' })]],
    ['all resources but those of IAM', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::*' }]],
    ['a Deny of IAM', [ALL, deny({ Action: 'iam:*' })]],
    ['a Deny of all but reading', [ALL, deny({ NotAction: ['s3:Get*', 'iam:Get*'] })]],
    ['a Deny of all that changes IAM', [ALL, deny({ Action: ['iam:A*', 'iam:C*', 'iam:P*', 'iam:S*', 'iam:U*'] })]],
    ['a Deny alone', [deny({ Action: '*' })]],
    ['iam:* alone, which is no full access yet', [allow({ Action: 'iam:*' })]],
  ])('%s', (_name, statements) => expect(administrator(...statements)).toBe(NOBODY));
});

test('the statement without a condition is named first', () => {
  const conditional = allow({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });
  expect(administrator(conditional, ALL)).toBe(1);
});
