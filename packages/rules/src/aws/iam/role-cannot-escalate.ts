import { defineRule } from '../../kernel/define-rule.ts';
import { escalationOutcome } from '../../lib/escalation-outcome.ts';
import { escalationTexts } from '../../lib/escalation-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleCannotEscalate = defineRule({
  id: 'aws-iam-role-cannot-escalate',
  title: 'Roles cannot give themselves more rights',
  ...escalationTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    escalationOutcome({ kind: 'role', details, managed }, snapshot),
});
