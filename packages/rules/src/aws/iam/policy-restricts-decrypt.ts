import { defineRule } from '../../kernel/define-rule.ts';
import { customerStatements } from '../../lib/customer-policy.ts';
import { decryptPolicyTexts } from '../../lib/decrypt-rule.ts';
import { policyGrantOutcome } from '../../lib/grant-outcome.ts';
import { decryptWithEveryKey } from '../../lib/wide-grants.ts';

export const policyRestrictsDecrypt = defineRule({
  id: 'aws-iam-policy-restricts-decrypt',
  title: 'Customer managed policies decrypt only with keys that are named',
  ...decryptPolicyTexts,
  resource: 'AWS::IAM::ManagedPolicy',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails }, { resource, snapshot }) => {
    const policy = customerStatements(resource, authorizationDetails);
    if ('outcome' in policy) return policy.outcome;
    return policyGrantOutcome(policy.statements, decryptWithEveryKey(snapshot));
  },
});
