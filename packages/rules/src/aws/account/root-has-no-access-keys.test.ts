import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { rootHasNoAccessKeys } from './root-has-no-access-keys.ts';

testRule(rootHasNoAccessKeys, {
  pass: [{ name: 'an account without root keys', resource: account() }],
  fail: [
    {
      name: 'an account with a root key',
      resource: account({ accountSummary: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 1 } }),
      message: 'The root user has an access key.',
      severity: 'critical',
      pointers: ['/accountSummary/AccountAccessKeysPresent'],
    },
  ],
  unknown: [
    {
      name: 'a summary that could not be read',
      resource: account({ accountSummary: notCollected('iam:GetAccountSummary') }),
      missing: ['accountSummary'],
    },
    { name: 'a summary without the number', resource: account({ accountSummary: {} }), missing: ['accountSummary'] },
  ],
});
