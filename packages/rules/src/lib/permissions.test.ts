import type { PolicyStatement } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { granted, type Request } from './permissions.ts';

const place = (statements: readonly PolicyStatement[]) =>
  statements.map((statement, index) => ({ statement, pointer: `/Statement/${index}` }));
const allow = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Allow', Resource: '*', ...rest });
const deny = (rest: PolicyStatement): PolicyStatement => ({ Effect: 'Deny', Resource: '*', ...rest });
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const OFFICE = { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } };
const everyRole: Request = { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/*' };

function find(
  statements: readonly PolicyStatement[],
  boundary: readonly PolicyStatement[] | null,
  request = everyRole,
) {
  const found = granted({ statements: place(statements), boundary: boundary && place(boundary), known: {} }, request);
  return found && [found.by.pointer.at(-1), ...found.depends].join(' ');
}

describe('allowed', () => {
  test.each<[string, readonly PolicyStatement[], readonly PolicyStatement[] | null, string]>([
    ['by name', [allow({ Action: 'iam:PassRole' })], null, '0'],
    ['by a pattern in the middle', [allow({ Action: 'iam:*Role' })], null, '0'],
    ['item 34: by NotAction of another service', [allow({ NotAction: 's3:*' })], null, '0'],
    ['by NotResource of something else', [{ Effect: 'Allow', NotResource: 'arn:aws:s3:::a', Action: '*' }], null, '0'],
    ['on the roles of this account', [allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/*' })], null, '0'],
    [
      'though one role is denied',
      [
        allow({ Action: 'iam:PassRole' }),
        deny({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/admin' }),
      ],
      null,
      '0',
    ],
    ['though something else is denied', [allow({ Action: 'iam:*' }), deny({ Action: 'iam:Create*' })], null, '0'],
    ['within a boundary that allows it', [allow({ Action: '*' })], [allow({ Action: 'iam:Pass*' })], '0'],
    [
      'the statement without a condition is named',
      [allow({ Action: '*', Condition: MFA }), allow({ Action: '*' })],
      null,
      '1',
    ],
    ['item 40: depending on MFA', [allow({ Action: '*', Condition: MFA })], null, '0 aws:MultiFactorAuthPresent'],
    ['depending on a Deny', [allow({ Action: '*' }), deny({ Action: '*', Condition: OFFICE })], null, '0 aws:SourceIp'],
    [
      'depending on the boundary',
      [allow({ Action: '*' })],
      [allow({ Action: '*', Condition: MFA })],
      '0 aws:MultiFactorAuthPresent',
    ],
  ])('%s', (_name, statements, boundary, expected) => expect(find(statements, boundary)).toBe(expected));
});

describe('not allowed', () => {
  test.each<[string, readonly PolicyStatement[], readonly PolicyStatement[] | null]>([
    ['by nothing', [], null],
    ['on some roles only', [allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app-*' })], null],
    ['where it is denied', [allow({ Action: '*' }), deny({ Action: 'IAM:passrole' })], null],
    [
      'item 34: where all but reading is denied',
      [allow({ Action: '*' }), deny({ NotAction: ['iam:Get*', 'iam:List*'] })],
      null,
    ],
    ['item 35: outside the boundary', [allow({ Action: '*' })], [allow({ Action: 'ec2:*' })]],
    ['where the boundary denies it', [allow({ Action: '*' })], [allow({ Action: '*' }), deny({ Action: 'iam:*' })]],
    [
      'under a condition that is not met',
      [allow({ Action: '*', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } })],
      null,
    ],
  ])('%s', (_name, statements, boundary) =>
    expect(
      find(statements, boundary, { ...everyRole, context: { 'iam:passedtoservice': 'lambda.amazonaws.com' } }),
    ).toBeNull(),
  );
});

describe('any resource', () => {
  const create: Request = { action: 'lambda:CreateFunction', resource: null };
  test('is one that the statement names', () => {
    expect(find([allow({ Action: 'lambda:*', Resource: 'arn:aws:lambda:*:*:function:dev-*' })], null, create)).toBe(
      '0',
    );
  });
  test('item 29: is not one of another service', () => {
    expect(find([allow({ Action: 'lambda:*', Resource: 'arn:aws:s3:::acme' })], null, create)).toBeNull();
  });
  test('is not one that is denied', () => {
    const named = 'arn:aws:lambda:eu-west-1:111122223333:function:dev-*';
    expect(
      find(
        [allow({ Action: 'lambda:*', Resource: named }), deny({ Action: 'lambda:Create*', Resource: named })],
        null,
        create,
      ),
    ).toBeNull();
  });
});
