import type { CredentialReportRow } from '@plumbline/model';
import { credentialReportRow, notCollected, user } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { userCredentialsAreInUse } from './user-credentials-are-in-use.ts';

// The snapshots of tests are of 2026-11-20T08:00:00Z.
const FORTY_FIVE_DAYS_AGO = '2026-10-06T08:00:00+00:00';
const A_SECOND_MORE = '2026-10-06T07:59:59+00:00';
const LONG_AGO = '2024-03-12T09:30:00+00:00';

const reported = (columns: CredentialReportRow) => user({ credentialReport: credentialReportRow(columns) });
const password = (used: string, changed = LONG_AGO) => ({
  password_enabled: 'true',
  password_last_used: used,
  password_last_changed: changed,
});
const key = (number: 1 | 2, used: string, made = LONG_AGO, active = 'true') => ({
  [`access_key_${number}_active`]: active,
  [`access_key_${number}_last_used_date`]: used,
  [`access_key_${number}_last_rotated`]: made,
});

testRule(userCredentialsAreInUse, {
  pass: [
    { name: 'a password of yesterday', resource: user() },
    { name: 'a password of exactly 45 days ago', resource: reported(password(FORTY_FIVE_DAYS_AGO)) },
    {
      name: 'an idle password that was changed last week',
      resource: reported(password(LONG_AGO, '2026-11-13T08:00:00Z')),
    },
    { name: 'a new key that was not used yet', resource: reported(key(1, 'N/A', '2026-10-30T08:00:00Z')) },
    {
      name: 'an idle key that is inactive',
      resource: reported({ ...key(1, LONG_AGO, LONG_AGO, 'false'), ...key(2, '2026-11-19T08:00:00Z') }),
    },
    {
      name: 'an idle password under a longer period',
      resource: reported(password(A_SECOND_MORE)),
      parameters: { maxIdleDays: 90 },
    },
  ],
  fail: [
    {
      name: 'a password of a second over 45 days',
      resource: reported(password(A_SECOND_MORE)),
      message: 'Not used within 45 days: the password (45 days).',
      severity: 'medium',
      pointers: ['/credentialReport/password_last_used'],
    },
    {
      name: 'a password that was never used',
      resource: reported(password('no_information')),
      message: 'the password (never, in 982 days)',
      pointers: ['/credentialReport/password_last_changed'],
    },
    {
      name: 'the second key, never used, and the report in capitals',
      resource: reported({ ...key(1, '2026-11-19T08:00:00Z'), ...key(2, 'N/A', LONG_AGO, 'TRUE') }),
      message: 'access key 2 (never',
      pointers: ['/credentialReport/access_key_2_last_rotated'],
    },
    {
      name: 'password and key',
      resource: reported({ ...password(LONG_AGO), ...key(1, LONG_AGO) }),
      message: 'the password (982 days) and access key 1 (982 days)',
    },
  ],
  unknown: [
    {
      name: 'a report that could not be made',
      resource: user({ credentialReport: notCollected('iam:GetCredentialReport') }),
      missing: ['credentialReport'],
    },
    {
      name: 'a report without the dates',
      resource: reported(password('N/A', 'N/A')),
      missing: ['credentialReport'],
    },
  ],
  notApplicable: [{ name: 'neither password nor key', resource: reported({}), because: 'neither a password' }],
});
