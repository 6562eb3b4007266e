import { defineRule } from '../../kernel/define-rule.ts';
import { escalationOutcome } from '../../lib/escalation-outcome.ts';
import { escalationTexts } from '../../lib/escalation-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupCannotEscalate = defineRule({
  id: 'aws-iam-group-cannot-escalate',
  title: 'Groups cannot give themselves more rights',
  ...escalationTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    escalationOutcome({ kind: 'group', details, managed }, snapshot),
});
