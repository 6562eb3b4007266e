import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { rootHasMfa } from './root-has-mfa.ts';

testRule(rootHasMfa, {
  pass: [{ name: 'a root user with a device', resource: account() }],
  fail: [
    {
      name: 'a root user with a password only',
      resource: account({ accountSummary: { AccountMFAEnabled: 0, AccountPasswordPresent: 1 } }),
      message: 'with a password only',
      severity: 'critical',
      pointers: ['/accountSummary/AccountMFAEnabled'],
    },
    {
      name: 'a summary that does not tell of a password',
      resource: account({ accountSummary: { AccountMFAEnabled: 0 } }),
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
  notApplicable: [
    {
      name: 'a member account whose root user has no password',
      resource: account({ accountSummary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0 } }),
      because: 'no password',
    },
  ],
});
