import type { PolicyStatement } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { allow, deny } from '../testing/holder.ts';
import { SERVICES } from './iam-actions.ts';
import { serviceWildcards } from './service-wildcards.ts';

const place = (statements: readonly PolicyStatement[]) =>
  statements.map((statement, index) => ({ statement, pointer: `/Statement/${index}` }));
const services = (statements: readonly PolicyStatement[], boundary?: readonly PolicyStatement[]) =>
  serviceWildcards({ statements: place(statements), boundary: boundary ? place(boundary) : null, known: {} }).flatMap(
    (each) => each.services,
  );

describe('every action of a service', () => {
  test.each<[string, readonly PolicyStatement[], readonly string[]]>([
    ['by one pattern', [allow({ Action: 'sqs:*' })], ['sqs']],
    ['item 11: in capitals', [allow({ Action: 'SQS:*' })], ['sqs']],
    ['by patterns that are everything together', [allow({ Action: ['rds-db:con*', 'rds-db:*nect'] })], ['rds-db']],
    [
      'under a condition',
      [allow({ Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
      ['sqs'],
    ],
    ['though one action is denied', [allow({ Action: 'sqs:*' }), deny({ Action: 'sqs:DeleteQueue' })], ['sqs']],
    [
      'though another queue is denied',
      [allow({ Action: 'sqs:*' }), deny({ Action: '*', Resource: 'arn:aws:sqs:*:*:pay' })],
      ['sqs'],
    ],
    [
      'item 40: though it is denied without MFA',
      [
        allow({ Action: 'sqs:*' }),
        deny({ Action: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      ],
      ['sqs'],
    ],
    ['of the service of a resource, by *', [allow({ Action: '*', Resource: 'arn:aws:s3:::acme' })], ['s3']],
  ])('%s', (_name, statements, expected) => expect(services(statements)).toEqual(expected));

  test('item 34: of all services but those that NotAction names', () => {
    const found = services([allow({ NotAction: ['iam:*', 's3:DeleteBucket'] })]);
    expect(found).toHaveLength(SERVICES.length - 2);
    expect(found).not.toContain('iam');
  });
});

describe('not every action', () => {
  test.each<[string, readonly PolicyStatement[], readonly PolicyStatement[] | undefined]>([
    ['patterns of reading', [allow({ Action: ['sqs:Get*', 'sqs:List*'] })], undefined],
    ['the only action of a service, by name', [allow({ Action: 'rds-db:connect' })], undefined],
    ['what another statement denies', [allow({ Action: 'sqs:*' }), deny({ Action: '*' })], undefined],
    [
      'all that writes is denied',
      [allow({ Action: 'sqs:*' }), deny({ NotAction: ['sqs:Get*', 'sqs:List*'] })],
      undefined,
    ],
    ['a Deny alone', [deny({ Action: 'sqs:*' })], undefined],
    ['outside the boundary', [allow({ Action: 'sqs:*' })], [allow({ Action: 's3:*' })]],
    ['within a boundary of reading', [allow({ Action: 'sqs:*' })], [allow({ Action: '*:Get*' })]],
  ])('%s', (_name, statements, boundary) => expect(services(statements, boundary)).toEqual([]));
});

test.each([
  ['*', true],
  ['arn:aws:sqs:*:*:*', true],
  ['arn:aws:dynamodb:*:111122223333:table/*', true],
  ['arn:aws:s3:::*', true],
  ['arn:aws:s3:::acme-invoices/*', false],
  ['arn:aws:sqs:eu-west-1:111122223333:orders', false],
])('on %s, everywhere: %s', (Resource, everywhere) => {
  const [found] = serviceWildcards({
    statements: place([{ Effect: 'Allow', Action: 'sqs:*', Resource }]),
    boundary: null,
    known: {},
  });
  expect(found?.everywhere).toBe(everywhere);
});
