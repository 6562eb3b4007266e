import { defineRule } from '../../kernel/define-rule.ts';
import { pass, unknown } from '../../kernel/outcome.ts';

export const rootHasNoAccessKeys = defineRule({
  id: 'aws-account-root-has-no-access-keys',
  title: 'The root user has no access keys',
  description:
    "The account summary must count no access key of the root user, active or not: the account's `AccountAccessKeysPresent` is 0.",
  risk: 'No policy of the account limits the root user, so one leaked key can read, change and delete everything in it. Such keys are old by nature, as nothing needs them any more.',
  attack:
    'Years ago a key of the root user was made for a script, and the script is still in a backup. Someone who can read the backup calls AWS with the key, from anywhere and without MFA. No policy of the account limits it: they read every bucket, delete the backups and make users of their own.',
  audit: {
    console: ['Sign in as the root user and open the account menu → Security credentials.', 'Access keys lists none.'],
    cli: () => 'aws iam get-account-summary --query SummaryMap.AccountAccessKeysPresent',
    good: 'The answer is 0: the root user has no access key, active or not.',
  },
  severity: 'critical',
  categories: ['identity'],
  resource: 'AWS::Account',
  reads: ['accountSummary'],
  controls: { 'cis-aws': ['root-no-keys'], fsbp: ['IAM.4'] },
  remediation: {
    summary:
      'Find what uses the key in the credential report, give it a role of its own, then delete the key as the root user.',
    impact:
      'Whatever still signs with the key stops working, and a deleted key cannot be had back: deactivate it some days before.',
    effort: 'hours',
    console: [
      'IAM → Credential report: access_key_1_last_used_service of <root_account> shows what uses the key.',
      'Sign in as the root user and open the account menu → Security credentials.',
      'Access keys → Actions → Deactivate, and some days later Delete.',
    ],
    cli: () => `# With credentials of the root user:
aws iam list-access-keys
aws iam delete-access-key --access-key-id ACCESS_KEY_ID`,
    terraform:
      () => `# Keys of the root user cannot be managed here. In an organization, this lets the management account remove them:
resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
    cloudformation: () =>
      '# CloudFormation has no resource for access keys of the root user: follow the console steps.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  },

  evaluate: ({ accountSummary: { AccountAccessKeysPresent: present } }) => {
    if (present === undefined)
      return unknown({
        fact: 'accountSummary',
        reason: 'MALFORMED',
        message: 'The account summary does not have AccountAccessKeysPresent.',
      });
    if (present === 0) return pass;
    return {
      status: 'fail',
      message: 'The root user has an access key.',
      evidence: [{ pointer: '/accountSummary/AccountAccessKeysPresent', expected: 'is 0' }],
    };
  },
});
