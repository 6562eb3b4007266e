import { describe, expect, test } from 'vitest';
import { actionsMatching, actionsOf, SERVICES, shareOf } from './iam-actions.ts';

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

describe('shareOf', () => {
  test.each(['s3:Get*', 'S3:GETO*', 'iam:?et*', 'iam:*Policy', 's3:Nope*', 'ec2:Describe?*', 'kms:Decrypt'])(
    'counts what %s stands for',
    (pattern) => {
      const { matched, service } = shareOf(pattern) ?? { matched: -1, service: '' };
      expect(matched).toBe(actionsMatching(pattern).length);
      if (matched > 0) expect(actionsMatching(pattern).every((action) => action.service === service)).toBe(true);
    },
  );
  test('all of each service is all that it has', () => {
    for (const service of SERVICES) {
      const { length } = actionsOf(service);
      expect(shareOf(`${service}:*`)).toEqual({ service, matched: length, of: length });
    }
  });
  test('a pattern of several services is no part of one', () => expect(shareOf('*:Get*')).toBeNull());
  test('a service that AWS does not have has nothing', () => expect(shareOf('constructor:*')?.matched).toBe(0));
});
