import { notCollected, user } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { userConsoleHasMfa } from './user-console-has-mfa.ts';

testRule(userConsoleHasMfa, {
  pass: [{ name: 'a user with a password and a device', resource: user() }],
  fail: [
    {
      name: 'a user with a password and no device',
      resource: user({ mfaDevices: [] }),
      message: 'with a password only',
      severity: 'high',
      pointers: ['/mfaDevices', '/loginProfile/CreateDate'],
    },
  ],
  unknown: [
    {
      name: 'a user whose devices could not be listed',
      resource: user({ mfaDevices: notCollected('iam:ListMFADevices') }),
      missing: ['mfaDevices'],
    },
    {
      name: 'a user of whom nobody knows whether there is a password',
      resource: user({ loginProfile: notCollected('iam:GetLoginProfile') }),
      missing: ['loginProfile'],
    },
  ],
  notApplicable: [
    {
      name: 'a user without a password',
      resource: user({ loginProfile: null, mfaDevices: [] }),
      because: 'no password',
    },
  ],
});
