import { defineRule } from '../../kernel/define-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { passRoleTexts } from '../../lib/pass-role-rule.ts';
import { passEveryRole } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const userRestrictsPassRole = defineRule({
  id: 'aws-iam-user-restricts-pass-role',
  title: 'Users may pass only roles that are named',
  ...passRoleTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'user', details, managed }, passEveryRole(snapshot), 'low'),
});
