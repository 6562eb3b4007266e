import { defineRule } from '../../kernel/define-rule.ts';
import { holderWildcardOutcome, serviceWildcardTexts } from '../../lib/service-wildcard-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupInlinePoliciesHaveNoServiceWildcards = defineRule({
  id: 'aws-iam-group-inline-policies-have-no-service-wildcards',
  title: 'Inline policies of groups allow no whole service',
  ...serviceWildcardTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    holderWildcardOutcome({ kind: 'group', details, managed }, snapshot),
});
