import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { listed } from '../../lib/listed.ts';
import { DEFAULT_LENGTH, PASSWORD_POLICY_FIXES, readPasswordPolicy } from '../../lib/password-policy-fixes.ts';

const KINDS = {
  RequireUppercaseCharacters: 'an uppercase letter',
  RequireLowercaseCharacters: 'a lowercase letter',
  RequireNumbers: 'a number',
  RequireSymbols: 'a symbol',
} as const;

export const passwordPolicyIsStrong = defineRule({
  id: 'aws-account-password-policy-is-strong',
  title: 'Passwords of users hold every kind of character',
  description:
    'The account’s password policy must ask for uppercase and lowercase letters, numbers and symbols, and for eight characters at least. An account without a policy of its own has AWS’s, which asks for three of the four kinds.',
  risk: 'Passwords of one kind of character are found first by every tool that guesses them. One weak password of one user is a door into the account.',
  attack:
    'Someone has a list of users of the account and tries words and years on each of them, slowly, so that nobody notices. One user was free to choose and took a word in lowercase, which is on the list. Where that user has no MFA device, the guess is enough to sign in.',
  audit: {
    console: [
      'Open IAM → Account settings.',
      'Password policy shows the minimum length and which kinds of characters are asked for.',
    ],
    cli: readPasswordPolicy,
    good: '`RequireUppercaseCharacters`, `RequireLowercaseCharacters`, `RequireNumbers` and `RequireSymbols` are `true`, and `MinimumPasswordLength` is 8 or more. `NoSuchEntity` says that there is no policy of the account’s own.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['passwordPolicy'],
  controls: { fsbp: ['IAM.7'] },
  remediation: {
    summary: 'Set a password policy that asks for all four kinds of characters.',
    console: [
      'Open IAM → Account settings.',
      'Password policy → Edit → Custom.',
      'Choose all four kinds of characters and save.',
    ],
    ...PASSWORD_POLICY_FIXES,
  },

  evaluate: ({ passwordPolicy }) => {
    if (passwordPolicy === null)
      return {
        status: 'fail',
        message:
          'The account has no password policy of its own; that of AWS asks for three kinds of characters of four.',
        evidence: [{ pointer: '/passwordPolicy', expected: 'asks for all four kinds of characters' }],
      };
    const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((field) => passwordPolicy[field] !== true);
    const short = (passwordPolicy.MinimumPasswordLength ?? 6) < DEFAULT_LENGTH;
    const evidence = nonEmpty([
      ...kinds.map((field) => ({ pointer: `/passwordPolicy/${field}`, expected: 'is true' })),
      ...(short ? [{ pointer: '/passwordPolicy/MinimumPasswordLength', expected: 'is at least 8' }] : []),
    ]);
    if (!evidence) return pass;
    const lacking = [...kinds.map((field) => KINDS[field]), ...(short ? ['eight characters'] : [])];
    return { status: 'fail', message: `Passwords need not have ${listed(lacking, 5)}.`, evidence };
  },
});
