import { defineRule } from '../../kernel/define-rule.ts';
import { customerStatements } from '../../lib/customer-policy.ts';
import { policyWildcardOutcome, serviceWildcardPolicyTexts } from '../../lib/service-wildcard-rule.ts';

export const policyAllowsNoServiceWildcards = defineRule({
  id: 'aws-iam-policy-allows-no-service-wildcards',
  title: 'Customer managed policies allow no whole service',
  ...serviceWildcardPolicyTexts,
  resource: 'AWS::IAM::ManagedPolicy',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails }, { resource }) => {
    const policy = customerStatements(resource, authorizationDetails);
    return 'outcome' in policy ? policy.outcome : policyWildcardOutcome(policy.statements);
  },
});
