import { defineRule } from '../../kernel/define-rule.ts';
import { escalationOutcome } from '../../lib/escalation-outcome.ts';
import { escalationTexts } from '../../lib/escalation-rule.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userCannotEscalate = defineRule({
  id: 'aws-iam-user-cannot-escalate',
  title: 'Users cannot give themselves more rights',
  ...escalationTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    escalationOutcome({ kind: 'user', details, managed, groups }, snapshot),
});
