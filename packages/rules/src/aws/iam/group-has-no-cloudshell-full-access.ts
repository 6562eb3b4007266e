import { defineRule } from '../../kernel/define-rule.ts';
import { cloudShellOutcome, cloudShellTexts } from '../../lib/cloudshell-rule.ts';

export const groupHasNoCloudshellFullAccess = defineRule({
  id: 'aws-iam-group-has-no-cloudshell-full-access',
  title: 'Groups do not have full access to CloudShell',
  ...cloudShellTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails: details }) => cloudShellOutcome({ kind: 'group', details }),
});
