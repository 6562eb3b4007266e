import { defineRule } from '../../kernel/define-rule.ts';
import { holderWildcardOutcome, serviceWildcardTexts } from '../../lib/service-wildcard-rule.ts';
import { managedPolicies } from '../relations/iam.ts';

export const userInlinePoliciesHaveNoServiceWildcards = defineRule({
  id: 'aws-iam-user-inline-policies-have-no-service-wildcards',
  title: 'Inline policies of users allow no whole service',
  ...serviceWildcardTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed }) =>
    holderWildcardOutcome({ kind: 'user', details, managed }),
});
