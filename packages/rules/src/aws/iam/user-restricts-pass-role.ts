import { defineRule } from '../../kernel/define-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { passRoleTexts } from '../../lib/pass-role-rule.ts';
import { passEveryRole } from '../../lib/wide-grants.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userRestrictsPassRole = defineRule({
  id: 'aws-iam-user-restricts-pass-role',
  title: 'Users may pass only roles that are named',
  ...passRoleTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    wideGrantOutcome({ kind: 'user', details, managed, groups }, passEveryRole, snapshot),
});
