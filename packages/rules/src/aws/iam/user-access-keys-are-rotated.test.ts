import { accessKey, notCollected, user } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { userAccessKeysAreRotated } from './user-access-keys-are-rotated.ts';

// The snapshots of tests are of 2026-11-20T08:00:00Z.
const NINETY_DAYS_AGO = '2026-08-22T08:00:00+00:00';
const A_SECOND_MORE = '2026-08-22T07:59:59+00:00';
const key = (CreateDate: string, Status: 'Active' | 'Inactive' = 'Active') => accessKey('ci', { CreateDate, Status });

testRule(userAccessKeysAreRotated, {
  pass: [
    { name: 'a key of three weeks', resource: user({ accessKeys: [accessKey('ci')] }) },
    { name: 'a key of exactly 90 days', resource: user({ accessKeys: [key(NINETY_DAYS_AGO)] }) },
    {
      name: 'an old key that is inactive beside a new one',
      resource: user({ accessKeys: [key('2021-01-01T00:00:00+00:00', 'Inactive'), accessKey('ci')] }),
    },
    {
      name: 'an old key under a longer period',
      resource: user({ accessKeys: [key(A_SECOND_MORE)] }),
      parameters: { maxAgeDays: 180 },
    },
  ],
  fail: [
    {
      name: 'a key of a second over 90 days',
      resource: user({ accessKeys: [accessKey('ci'), key(A_SECOND_MORE)] }),
      message: 'An active access key is older than 90 days: made 2026-08-22.',
      severity: 'medium',
      pointers: ['/accessKeys/1/CreateDate', '/accessKeys/1/AccessKeyId'],
    },
    {
      name: 'two old keys',
      resource: user({ accessKeys: [key('2025-11-20T08:00:00+00:00'), key('2026-07-23T08:00:00+00:00')] }),
      message: 'Active access keys are older than 90 days: made 2025-11-20 and 2026-07-23.',
    },
    {
      name: 'a new key under a shorter period',
      resource: user({ accessKeys: [accessKey('ci')] }),
      parameters: { maxAgeDays: 20 },
      message: 'older than 20 days',
    },
  ],
  unknown: [
    {
      name: 'keys that could not be listed',
      resource: user({ accessKeys: notCollected('iam:ListAccessKeys') }),
      missing: ['accessKeys'],
    },
    { name: 'a key without a date', resource: user({ accessKeys: [{ Status: 'Active' }] }), missing: ['accessKeys'] },
  ],
  notApplicable: [
    { name: 'a user without keys', resource: user(), because: 'no active access key' },
    {
      name: 'a user whose only key is inactive',
      resource: user({ accessKeys: [key('2021-01-01T00:00:00+00:00', 'Inactive')] }),
    },
  ],
});
