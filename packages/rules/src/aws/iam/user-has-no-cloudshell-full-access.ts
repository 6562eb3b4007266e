import { defineRule } from '../../kernel/define-rule.ts';
import { cloudShellOutcome, cloudShellTexts } from '../../lib/cloudshell-rule.ts';

export const userHasNoCloudshellFullAccess = defineRule({
  id: 'aws-iam-user-has-no-cloudshell-full-access',
  title: 'Users do not have full access to CloudShell',
  ...cloudShellTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails: details }) => cloudShellOutcome({ kind: 'user', details }),
});
