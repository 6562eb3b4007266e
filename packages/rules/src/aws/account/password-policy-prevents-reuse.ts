import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import type { Parameter } from '../../kernel/parameter.ts';
import { PASSWORD_POLICY_FIXES, readPasswordPolicy } from '../../lib/password-policy-fixes.ts';

const remembered: Parameter<number> = {
  description: 'How many of the last passwords must not be used again.',
  schema: { type: 'integer', minimum: 1, maximum: 24 },
  default: 24,
};

export const passwordPolicyPreventsReuse = defineRule({
  id: 'aws-account-password-policy-prevents-reuse',
  title: 'Passwords of users are not used again',
  description:
    'The account’s password policy must refuse as many of the last passwords as is set, 24 being the most that AWS remembers. An account without a policy of its own refuses none.',
  risk: 'A user who is told to change a leaked password goes back to it. Whoever has the old one then has the new one.',
  attack:
    'A password of a user leaks from another site, and the user is told to change it. They do, and the day after they change it back to the one that they remember. Whoever bought the leaked list tries it a month later, and it works.',
  audit: {
    console: [
      'Open IAM → Account settings.',
      'Password policy shows whether passwords may be used again, and how many are remembered.',
    ],
    cli: readPasswordPolicy,
    good: '`PasswordReusePrevention` is 24. Without that field, or where the answer is `NoSuchEntity`, no password is refused.',
  },
  severity: 'low',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['passwordPolicy'],
  parameters: { remembered },
  controls: {
    'cis-aws': ['pw-reuse'],
    'nist-800-53-r5': ['IA-5(1)'],
    'nist-csf-2': ['PR.AA-01'],
  },
  remediation: {
    summary: 'Set a password policy that remembers the last 24 passwords.',
    console: [
      'Open IAM → Account settings.',
      'Password policy → Edit → Custom.',
      'Choose Prevent password reuse, set it to 24 and save.',
    ],
    ...PASSWORD_POLICY_FIXES,
  },

  evaluate: ({ passwordPolicy }, { parameters: { remembered } }) => {
    const refused = passwordPolicy?.PasswordReusePrevention ?? 0;
    if (refused >= remembered) return pass;
    return {
      status: 'fail',
      message:
        refused === 0
          ? `The last passwords can be used again${passwordPolicy ? '' : ': the account has no policy of its own'}.`
          : `Only the last ${refused} passwords are refused, not ${remembered}.`,
      evidence: [
        {
          pointer: passwordPolicy ? '/passwordPolicy/PasswordReusePrevention' : '/passwordPolicy',
          expected: `is at least ${remembered}`,
        },
      ],
    };
  },
});
