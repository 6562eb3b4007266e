import { defineRule } from '../../kernel/define-rule.ts';
import { cloudShellOutcome, cloudShellTexts } from '../../lib/cloudshell-rule.ts';

export const roleHasNoCloudshellFullAccess = defineRule({
  id: 'aws-iam-role-has-no-cloudshell-full-access',
  title: 'Roles do not have full access to CloudShell',
  ...cloudShellTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails: details }) => cloudShellOutcome({ kind: 'role', details }),
});
