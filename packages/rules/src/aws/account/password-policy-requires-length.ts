import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import type { Parameter } from '../../kernel/parameter.ts';
import { DEFAULT_LENGTH, PASSWORD_POLICY_FIXES, readPasswordPolicy } from '../../lib/password-policy-fixes.ts';

const minimumLength: Parameter<number> = {
  description: 'Fewest characters that a password must have.',
  schema: { type: 'integer', minimum: 6, maximum: 128 },
  default: 14,
};

export const passwordPolicyRequiresLength = defineRule({
  id: 'aws-account-password-policy-requires-length',
  title: 'Passwords of users have 14 characters at least',
  description:
    'The account’s password policy must ask for the minimum length that is set. An account without a policy of its own has AWS’s: eight characters. It holds for users of IAM, not for the root user and not for IAM Identity Center.',
  risk: 'Short passwords are guessed from lists and from the leaks of other sites. Length is what makes guessing hopeless, more than any kind of character.',
  attack:
    'Someone takes passwords that leaked from other sites and tries the most common ones on users of the account, a few a day so that nobody notices. One of eight characters is often among them; one of fourteen seldom is. Where its user has no MFA device, the one that fits is enough to sign in.',
  audit: {
    console: ['Open IAM → Account settings.', 'Password policy shows the minimum length.'],
    cli: readPasswordPolicy,
    good: '`MinimumPasswordLength` is 14 or more. `NoSuchEntity` says that there is no policy of the account’s own, so that AWS asks for eight characters.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['passwordPolicy'],
  parameters: { minimumLength },
  controls: {
    'cis-aws': ['pw-length'],
    'nist-800-53-r5': ['IA-5(1)'],
    'nist-csf-2': ['PR.AA-01'],
  },
  remediation: {
    summary: 'Set a password policy with a minimum length of 14 characters.',
    console: [
      'Open IAM → Account settings.',
      'Password policy → Edit → Custom.',
      'Set the minimum length to 14 and save.',
    ],
    ...PASSWORD_POLICY_FIXES,
  },

  evaluate: ({ passwordPolicy }, { parameters: { minimumLength } }) => {
    // A policy that was set without a length asks for six, AWS's default for that field.
    const length = passwordPolicy ? (passwordPolicy.MinimumPasswordLength ?? 6) : DEFAULT_LENGTH;
    if (length >= minimumLength) return pass;
    return {
      status: 'fail',
      message: `Passwords need ${length} characters only, not ${minimumLength}${passwordPolicy ? '' : ', as the account has no policy of its own'}.`,
      evidence: [
        {
          pointer: passwordPolicy ? '/passwordPolicy/MinimumPasswordLength' : '/passwordPolicy',
          expected: `is at least ${minimumLength} characters`,
        },
      ],
    };
  },
});
