import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { passwordPolicyPreventsReuse } from './password-policy-prevents-reuse.ts';

testRule(passwordPolicyPreventsReuse, {
  pass: [
    { name: 'the last 24', resource: account({ passwordPolicy: { PasswordReusePrevention: 24 } }) },
    {
      name: 'the last five, where five are enough',
      resource: account({ passwordPolicy: { PasswordReusePrevention: 5 } }),
      parameters: { remembered: 5 },
    },
  ],
  fail: [
    {
      name: 'the last 23',
      resource: account({ passwordPolicy: { PasswordReusePrevention: 23 } }),
      message: 'Only the last 23 passwords are refused, not 24.',
      severity: 'low',
      pointers: ['/passwordPolicy/PasswordReusePrevention'],
    },
    {
      name: 'none',
      resource: account({ passwordPolicy: { MinimumPasswordLength: 14 } }),
      message: 'The last passwords can be used again.',
    },
    {
      name: 'no policy of its own',
      resource: account({ passwordPolicy: null }),
      message: 'no policy of its own',
      pointers: ['/passwordPolicy'],
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
