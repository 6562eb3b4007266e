import { defineRule } from '../../kernel/define-rule.ts';
import { holderWildcardOutcome, serviceWildcardTexts } from '../../lib/service-wildcard-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleInlinePoliciesHaveNoServiceWildcards = defineRule({
  id: 'aws-iam-role-inline-policies-have-no-service-wildcards',
  title: 'Inline policies of roles allow no whole service',
  ...serviceWildcardTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    holderWildcardOutcome({ kind: 'role', details, managed }, snapshot),
});
