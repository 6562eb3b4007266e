import { describe, expect, test } from 'vitest';
import { actionsMatching, actionsOf, SERVICES } from './iam-actions.ts';

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

const levels = (pattern: string) => new Set(actionsMatching(pattern).map(({ level }) => level));

test('an action has the access level that AWS gives it', () => {
  expect(levels('s3:GetObject')).toEqual(new Set(['read']));
  expect(levels('s3:*')).toEqual(new Set(['list', 'read', 'write', 'tagging', 'permissions']));
});
