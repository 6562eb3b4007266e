import { expect, test } from 'vitest';
import { coversAction, coversResource, principalsOf, touchesAction, touchesResource } from './policy-document.ts';

test('actions do not tell cases apart', () => {
  expect(coversAction({ Action: 'S3:get*' }, 's3:GetObject')).toBe(true);
  expect(touchesAction({ Action: ['ec2:*', 's3:GETOBJECT'] }, 's3:Get*')).toBe(true);
});

test('NotAction is about everything it does not name', () => {
  expect(coversAction({ NotAction: 'iam:*' }, 's3:*')).toBe(true);
  expect(coversAction({ NotAction: 's3:GetObject' }, 's3:*')).toBe(false);
  expect(touchesAction({ NotAction: 's3:GetObject' }, 's3:*')).toBe(true);
  expect(touchesAction({ NotAction: 's3:*' }, 's3:Get*')).toBe(false);
});

test('resources tell cases apart', () => {
  expect(coversResource({ Resource: 'arn:aws:s3:::Acme' }, 'arn:aws:s3:::acme')).toBe(false);
  expect(touchesResource({ Resource: 'arn:aws:s3:::acme/logs/*' }, 'arn:aws:s3:::acme/*')).toBe(true);
});

test('NotResource is about everything it does not name', () => {
  expect(coversResource({ NotResource: 'arn:aws:s3:::acme/public/*' }, 'arn:aws:s3:::acme/*')).toBe(false);
  expect(touchesResource({ NotResource: 'arn:aws:s3:::acme/public/*' }, 'arn:aws:s3:::acme/*')).toBe(true);
  expect(touchesResource({ NotResource: 'arn:aws:s3:::acme/*' }, 'arn:aws:s3:::acme/*')).toBe(false);
});

test('a statement without actions or resources is about none', () => {
  expect(touchesAction({}, 's3:GetObject')).toBe(false);
  expect(coversResource({}, '*')).toBe(false);
});

test('principals come by kind and name', () => {
  expect(principalsOf('*')).toEqual([{ kind: 'AWS', name: '*' }]);
  expect(principalsOf({ AWS: ['111122223333', '*'], Service: 'ec2.amazonaws.com' })).toEqual([
    { kind: 'AWS', name: '111122223333' },
    { kind: 'AWS', name: '*' },
    { kind: 'Service', name: 'ec2.amazonaws.com' },
  ]);
});
