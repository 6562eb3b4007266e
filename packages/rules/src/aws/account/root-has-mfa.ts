import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';

export const rootHasMfa = defineRule({
  id: 'aws-account-root-has-mfa',
  title: 'The root user signs in with MFA',
  description:
    "The account summary must say that the root user has an MFA device (`AccountMFAEnabled` is 1). A member account whose root user has no password, as an organization's management account can arrange, does not apply.",
  risk: 'Whoever gets hold of the root password, or of the mailbox that can reset it, owns the account, and no policy stops them. A second factor is the only wall the root user has.',
  attack:
    'Someone takes over the mailbox that the account was opened with, and asks for a new root password by mail. Nothing else stands in the way: they sign in, delete the trails and the backups, and lock everyone else out. No policy in the account can forbid the root user any of it.',
  audit: {
    console: [
      'Sign in as the root user and open the account menu → Security credentials.',
      'Multi-factor authentication (MFA) lists the devices.',
    ],
    cli: () => "aws iam get-account-summary --query 'SummaryMap.[AccountMFAEnabled,AccountPasswordPresent]'",
    good: 'The first number is 1: the root user has an MFA device. If the second is 0, there is no root password that one could protect.',
  },
  severity: 'critical',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['accountSummary'],
  controls: {
    'cis-aws': ['root-mfa'],
    'nist-800-53-r5': ['AC-2(1)', 'AC-3(15)', 'IA-2(1)', 'IA-2(2)', 'IA-2(6)', 'IA-2(8)'],
    'nist-csf-2': ['PR.AA-01', 'PR.AA-03'],
  },
  remediation: {
    summary:
      'Register at least one MFA device for the root user, best two hardware security keys kept in different places.',
    impact: 'Signing in as the root user needs the device; losing all of them means a recovery with AWS Support.',
    effort: 'minutes',
    console: [
      'Sign in as the root user and open the account menu → Security credentials.',
      'Multi-factor authentication → Assign MFA device.',
      'Choose passkey or security key and follow the steps; repeat with a second one.',
    ],
    cli: () => `# The CLI cannot register a device of the root user: follow the console steps. This shows whether there is one:
aws iam get-account-summary --query SummaryMap.AccountMFAEnabled`,
    terraform:
      () => `# A device of the root user cannot be registered here. In an organization, member accounts can do without root passwords:
resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
    cloudformation: () => '# CloudFormation has no resource for devices of the root user: follow the console steps.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  },

  evaluate: ({ accountSummary: { AccountMFAEnabled: enabled, AccountPasswordPresent: password } }) => {
    if (enabled === 1) return pass;
    if (password === 0) return notApplicable('The root user has no password to sign in with.');
    if (enabled === undefined)
      return unknown({
        fact: 'accountSummary',
        reason: 'MALFORMED',
        message: 'The account summary does not have AccountMFAEnabled.',
      });
    return {
      status: 'fail',
      message: 'The root user signs in with a password only.',
      evidence: [{ pointer: '/accountSummary/AccountMFAEnabled', expected: 'is 1' }],
    };
  },
});
