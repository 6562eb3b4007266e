import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { passwordPolicyIsStrong } from './password-policy-is-strong.ts';

const ALL = {
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  RequireNumbers: true,
  RequireSymbols: true,
  MinimumPasswordLength: 8,
};

testRule(passwordPolicyIsStrong, {
  pass: [{ name: 'every kind of character and eight of them', resource: account({ passwordPolicy: ALL }) }],
  fail: [
    {
      name: 'no symbols',
      resource: account({ passwordPolicy: { ...ALL, RequireSymbols: false } }),
      message: 'Passwords need not have a symbol.',
      severity: 'medium',
      pointers: ['/passwordPolicy/RequireSymbols'],
    },
    {
      name: 'a length only',
      resource: account({ passwordPolicy: { MinimumPasswordLength: 14 } }),
      message: 'an uppercase letter, a lowercase letter, a number and a symbol',
    },
    {
      name: 'seven characters',
      resource: account({ passwordPolicy: { ...ALL, MinimumPasswordLength: 7 } }),
      pointers: ['/passwordPolicy/MinimumPasswordLength'],
    },
    {
      name: "no policy of its own: AWS's asks for three kinds of four",
      resource: account({ passwordPolicy: null }),
      message: 'no password policy of its own',
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
