import type { PolicyStatement } from '@plumbline/model';
import { policyDocument } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { bucketResources } from './bucket-access.ts';
import { takenBackBy } from './bucket-denies.ts';

const BUCKET = 'arn:aws:s3:::acme';
const OBJECTS = 'arn:aws:s3:::acme/*';
const RESOURCES = bucketResources(BUCKET);
const allow = (Action: string | string[], Resource: string | string[]): PolicyStatement => ({
  Effect: 'Allow',
  Principal: '*',
  Action,
  Resource,
});

const unlessEndpoint = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } };
const deny = (changed: PolicyStatement = {}): PolicyStatement => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [BUCKET, OBJECTS],
  Condition: unlessEndpoint,
  ...changed,
});

test.each<[string, PolicyStatement, PolicyStatement, boolean]>([
  ['all but a VPC endpoint', allow('s3:GetObject', OBJECTS), deny(), true],
  [
    'a Deny as narrow as the Allow',
    allow('s3:GetObject', OBJECTS),
    deny({ Action: 's3:Get*', Resource: OBJECTS }),
    true,
  ],
  ['"*" in an Allow, which is S3 only here', allow('*', '*'), deny(), true],
  [
    'a Deny of the same part of the objects',
    allow('s3:GetObject', 'arn:aws:s3:::acme/in/*'),
    deny({ Resource: 'arn:aws:s3:::acme/in/*' }),
    true,
  ],
  [
    'item 6: a Deny of all but named principals',
    allow('s3:GetObject', OBJECTS),
    { Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 's3:*', Resource: OBJECTS },
    true,
  ],
  [
    'item 6: a Deny of all but everyone, which is of nobody',
    allow('s3:GetObject', OBJECTS),
    { Effect: 'Deny', NotPrincipal: { AWS: '*' }, Action: 's3:*', Resource: OBJECTS },
    false,
  ],
  [
    'a Deny of another part of the objects',
    allow('s3:GetObject', OBJECTS),
    deny({ Resource: 'arn:aws:s3:::acme/in/*' }),
    false,
  ],
  ['no condition at all', allow('s3:GetObject', OBJECTS), { ...deny(), Condition: {} }, true],
  ['a Deny that leaves out the objects', allow('s3:GetObject', OBJECTS), deny({ Resource: BUCKET }), false],
  ['a Deny of writing against reading', allow('s3:GetObject', OBJECTS), deny({ Action: 's3:Put*' }), false],
  ['a Deny of one role', allow('s3:GetObject', OBJECTS), deny({ Principal: { AWS: '111122223333' } }), false],
  [
    'a Deny by user agent',
    allow('s3:GetObject', OBJECTS),
    deny({ Condition: { StringNotEquals: { 'aws:UserAgent': 'x' } } }),
    false,
  ],
  [
    'a Deny of plain HTTP',
    allow('s3:GetObject', OBJECTS),
    deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    false,
  ],
])('%s takes the Allow back: %#', (_name, granted, denied, expected) =>
  expect(takenBackBy(policyDocument(granted, denied), RESOURCES, granted)?.map(({ pointer }) => pointer)).toEqual(
    expected ? ['/Statement/1'] : undefined,
  ),
);

test('two Denys together take back what neither does alone', () => {
  const granted = allow(['s3:GetObject', 's3:ListBucket'], [BUCKET, OBJECTS]);
  const reading = deny({ Action: 's3:GetObject', Resource: OBJECTS });
  const listing = deny({ Action: 's3:List*', Resource: BUCKET });
  expect(takenBackBy(policyDocument(granted, reading, listing), RESOURCES, granted)).toHaveLength(2);
  expect(takenBackBy(policyDocument(granted, reading), RESOURCES, granted)).toBeNull();
});
