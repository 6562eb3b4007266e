import { defineRule } from '../../kernel/define-rule.ts';
import { escalationOutcome } from '../../lib/escalation-outcome.ts';
import { escalationTexts } from '../../lib/escalation-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const userCannotEscalate = defineRule({
  id: 'aws-iam-user-cannot-escalate',
  title: 'Users cannot give themselves more rights',
  ...escalationTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    escalationOutcome({ kind: 'user', details, managed }, snapshot),
});
