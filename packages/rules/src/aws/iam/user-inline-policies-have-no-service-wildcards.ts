import { defineRule } from '../../kernel/define-rule.ts';
import { holderWildcardOutcome, serviceWildcardTexts } from '../../lib/service-wildcard-rule.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userInlinePoliciesHaveNoServiceWildcards = defineRule({
  id: 'aws-iam-user-inline-policies-have-no-service-wildcards',
  title: 'Inline policies of users allow no whole service',
  ...serviceWildcardTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    holderWildcardOutcome({ kind: 'user', details, managed, groups }, snapshot),
});
