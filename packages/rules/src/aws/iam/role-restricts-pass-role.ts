import { defineRule } from '../../kernel/define-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { passRoleTexts } from '../../lib/pass-role-rule.ts';
import { passEveryRole } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleRestrictsPassRole = defineRule({
  id: 'aws-iam-role-restricts-pass-role',
  title: 'Roles may pass only roles that are named',
  ...passRoleTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'role', details, managed }, passEveryRole, snapshot),
});
