import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { passwordPolicyRequiresLength } from './password-policy-requires-length.ts';

testRule(passwordPolicyRequiresLength, {
  pass: [
    { name: 'fourteen characters', resource: account({ passwordPolicy: { MinimumPasswordLength: 14 } }) },
    {
      name: "AWS's own policy, where eight are enough",
      resource: account({ passwordPolicy: null }),
      parameters: { minimumLength: 8 },
    },
  ],
  fail: [
    {
      name: 'thirteen characters',
      resource: account({ passwordPolicy: { MinimumPasswordLength: 13 } }),
      message: 'Passwords need 13 characters only, not 14.',
      severity: 'medium',
      pointers: ['/passwordPolicy/MinimumPasswordLength'],
    },
    {
      name: 'no policy of its own',
      resource: account({ passwordPolicy: null }),
      message: 'Passwords need 8 characters only, not 14, as the account has no policy of its own.',
      pointers: ['/passwordPolicy'],
    },
    {
      name: 'a policy without a length',
      resource: account({ passwordPolicy: { RequireSymbols: true } }),
      message: '6 characters',
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: account({ passwordPolicy: notCollected('iam:GetAccountPasswordPolicy') }),
      missing: ['passwordPolicy'],
    },
  ],
});
