import { defineRule } from '../../kernel/define-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { passRoleTexts } from '../../lib/pass-role-rule.ts';
import { passEveryRole } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupRestrictsPassRole = defineRule({
  id: 'aws-iam-group-restricts-pass-role',
  title: 'Groups may pass only roles that are named',
  ...passRoleTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'group', details, managed }, passEveryRole, snapshot),
});
