import { describe, expect, test } from 'vitest';
import { accessLevelsOf, actionsMatching, actionsOf, SERVICES, wholeServices } from './iam-actions.ts';

const names = (pattern: string) => actionsMatching(pattern).map(({ name }) => name);

describe('actionsMatching', () => {
  test('finds an action whatever the case', () => expect(names('KMS:decrypt')).toEqual(['kms:Decrypt']));
  test('expands a pattern within its service', () => {
    expect(names('iam:*UserPolicy')).toEqual(
      expect.arrayContaining(['iam:AttachUserPolicy', 'iam:DetachUserPolicy', 'iam:PutUserPolicy']),
    );
    expect(names('iam:?etUserPolicy')).toEqual(['iam:GetUserPolicy']);
  });
  test('expands across services', () => {
    expect(names('s?:GetSecretValue')).toEqual([]);
    expect(names('*:GetSecretValue')).toEqual(['secretsmanager:GetSecretValue']);
  });
  test('* is every action there is', () => {
    expect(actionsMatching('*')).toHaveLength(SERVICES.reduce((sum, service) => sum + actionsOf(service).length, 0));
    expect(actionsMatching('*:*')).toHaveLength(actionsMatching('*').length);
  });
  test('knows no action that AWS does not have', () => {
    expect(names('s3:GetObjekt')).toEqual([]);
    expect(names('constructor:*')).toEqual([]);
  });
});

test('accessLevelsOf says what kinds of actions a pattern grants', () => {
  expect([...accessLevelsOf('s3:Get*')]).toEqual(['read']);
  expect(accessLevelsOf('s3:*')).toContain('permissions');
});

describe('wholeServices', () => {
  test.each([
    ['s3:*', ['s3']],
    ['S3:*', ['s3']],
    ['s3:?*', ['s3']],
    ['s3:Get*', []],
    ['s3:*Object', []],
    // A service with one action, named without a wildcard: nothing wide about it.
    ['rds-db:connect', []],
    ['rds-db:*', ['rds-db']],
  ])('%s: %j', (pattern, services) => expect(wholeServices(pattern)).toEqual(services));
  test('* is all of them', () => expect(wholeServices('*')).toEqual(SERVICES));
});
