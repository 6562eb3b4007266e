import type { Remediation } from '../kernel/remediation.ts';

/** The forms that set the account's password policy; it is set as a whole, so all of it is written down. */
export const PASSWORD_POLICY_FIXES: Pick<
  Remediation,
  'impact' | 'effort' | 'cli' | 'terraform' | 'cloudformation' | 'docs'
> = {
  impact: 'Passwords of today stay valid; the policy holds from each user’s next change on.',
  effort: 'minutes',
  cli: () => `# It replaces the whole policy: add what else is set today, such as --max-password-age.
aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password --password-reuse-prevention 24`,
  terraform: () => `resource "aws_iam_account_password_policy" "account" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
  password_reuse_prevention      = 24
}`,
  cloudformation: () => '# CloudFormation has no resource for the password policy: use the CLI or Terraform.',
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
};

/** What AWS asks of passwords in an account without a policy of its own. */
export const DEFAULT_LENGTH = 8;

export function readPasswordPolicy(): string {
  return 'aws iam get-account-password-policy --query PasswordPolicy';
}
