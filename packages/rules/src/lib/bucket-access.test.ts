import type { PolicyStatement } from '@plumbline/model';
import { expect, test } from 'vitest';
import { accessPointResources, accessTo, bucketResources, isAbout } from './bucket-access.ts';

const BUCKET = 'arn:aws:s3:::acme';
const OBJECTS = 'arn:aws:s3:::acme/*';
const RESOURCES = bucketResources(BUCKET);
const allow = (Action: string | string[], Resource: string | string[]): PolicyStatement => ({
  Effect: 'Allow',
  Principal: '*',
  Action,
  Resource,
});

test.each<[string | string[], string | string[], readonly string[]]>([
  ['s3:GetObject', OBJECTS, ['read objects']],
  ['S3:getobject', OBJECTS, ['read objects']],
  ['s3:GetObject', 'arn:aws:s3:::acme/public/*', ['read objects']],
  ['s3:GetObject', BUCKET, []],
  ['s3:List*', '*', ['list objects']],
  ['s3:GetBucketLocation', BUCKET, []],
  [['s3:PutObject', 's3:DeleteObject'], OBJECTS, ['write objects', 'delete objects']],
  ['s3:PutObjectAcl', OBJECTS, ['change object permissions']],
  ['s3:PutBucketPolicy', BUCKET, ['change bucket permissions']],
  ['s3:*', BUCKET, ['list objects', 'change bucket permissions']],
])('%j on %j lets one %j', (action, resource, access) =>
  expect(accessTo(RESOURCES, allow(action, resource))).toEqual(access),
);

test.each<[string, boolean]>([
  [BUCKET, true],
  [OBJECTS, true],
  ['arn:aws:s3:::ac*', true],
  ['*', true],
  ['arn:aws:s3:::acmee/*', false],
  ['arn:aws:s3:::acme-logs/*', false],
])('a statement on %s is about the bucket: %s', (resource, expected) =>
  expect(isAbout(RESOURCES, allow('s3:*', resource))).toBe(expected),
);

test('a statement about the objects of an access point names them in its own way', () => {
  const resources = accessPointResources('arn:aws:s3:eu-west-1:111122223333:accesspoint/drop');
  expect(accessTo(resources, allow('s3:GetObject', `${resources.bucket}/object/*`))).toEqual(['read objects']);
  expect(isAbout(resources, allow('s3:GetObject', OBJECTS))).toBe(false);
});
