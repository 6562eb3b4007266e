import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, nonEmpty, pass, unknown } from '../../kernel/outcome.ts';

export const rootHasHardwareMfa = defineRule({
  id: 'aws-account-root-has-hardware-mfa',
  title: 'The root user has hardware MFA only',
  description:
    'The root user must have an MFA device, and none of the virtual ones (authenticator apps) that IAM lists may be its own: a virtual one beside a security key is enough to sign in with. A synced passkey cannot be told from a security key. A member account whose root user has no password does not apply.',
  risk: 'The secret of an authenticator app lies on a phone and in its backups, and its codes can be phished while they are valid. A security key gives nothing to a false sign-in page.',
  attack:
    'A copy of the sign-in page passes on whatever is typed into it. Whoever keeps the root password types it there, and then the six digits of the authenticator app; both reach AWS in the same minute, and the attacker has a session of the root user. A security key would not have answered to the false page.',
  audit: {
    console: [
      'Sign in as the root user and open the account menu → Security credentials.',
      'Multi-factor authentication (MFA) lists the devices with their type: none is virtual.',
    ],
    cli: () => `aws iam get-account-summary --query 'SummaryMap.[AccountMFAEnabled,AccountPasswordPresent]'
aws iam list-virtual-mfa-devices --assignment-status Assigned --query 'VirtualMFADevices[].[SerialNumber,User.Arn]'`,
    good: 'The first number is 1, and no device in the second answer ends with `mfa/root-account-mfa-device` or has a user that ends with `:root`. If the second number is 0, there is no root password that one could protect.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['accountSummary', 'virtualMfaDevices'],
  controls: { 'cis-aws': ['root-hw-mfa'], fsbp: ['IAM.6'] },
  remediation: {
    summary: 'Register two security keys for the root user, then remove the authenticator app.',
    impact: 'Signing in as the root user needs one of the keys: keep them in two places.',
    effort: 'hours',
    console: [
      'Sign in as the root user and open the account menu → Security credentials.',
      'Multi-factor authentication → Assign MFA device → Passkey or security key; repeat with a second one.',
      'Choose the authenticator app and Remove.',
    ],
    cli: () => `# Devices of the root user can only be registered and removed in the console. This shows the virtual devices:
aws iam list-virtual-mfa-devices --assignment-status Assigned`,
    terraform:
      () => `# A device of the root user cannot be registered here. In an organization, member accounts can do without root passwords:
resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
    cloudformation: () => '# CloudFormation has no resource for devices of the root user: follow the console steps.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  },

  evaluate: ({ accountSummary, virtualMfaDevices }, { resource }) => {
    const { AccountMFAEnabled: enabled, AccountPasswordPresent: password } = accountSummary;
    // A device that was left behind is no way in.
    if (password === 0) return notApplicable('The root user has no password to sign in with.');
    const virtual = nonEmpty(
      virtualMfaDevices.flatMap(({ User, SerialNumber = '' }, index) =>
        User?.Arn === resource.id || SerialNumber.endsWith(':mfa/root-account-mfa-device')
          ? [{ pointer: `/virtualMfaDevices/${index}/SerialNumber`, expected: 'is not a device of the root user' }]
          : [],
      ),
    );
    if (virtual)
      return { status: 'fail', message: 'The root user can sign in with an authenticator app.', evidence: virtual };
    if (enabled === 1) return pass;
    if (enabled === undefined)
      return unknown({
        fact: 'accountSummary',
        reason: 'MALFORMED',
        message: 'The account summary does not have AccountMFAEnabled.',
      });
    return {
      status: 'fail',
      message: 'The root user has no MFA device at all.',
      evidence: [{ pointer: '/accountSummary/AccountMFAEnabled', expected: 'is 1' }],
    };
  },
});
