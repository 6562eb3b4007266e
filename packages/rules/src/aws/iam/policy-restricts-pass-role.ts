import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { administratorGrant } from '../../lib/administrator-access.ts';
import { customerStatements } from '../../lib/customer-policy.ts';
import { passRolePolicyTexts } from '../../lib/pass-role-rule.ts';
import { policyGrantOutcome } from '../../lib/grant-outcome.ts';
import { permissionsBy } from '../../lib/permissions.ts';
import { passEveryRole } from '../../lib/wide-grants.ts';

export const policyRestrictsPassRole = defineRule({
  id: 'aws-iam-policy-restricts-pass-role',
  title: 'Customer managed policies pass only roles that are named',
  ...passRolePolicyTexts,
  resource: 'AWS::IAM::ManagedPolicy',
  reads: ['authorizationDetails'],

  evaluate: ({ authorizationDetails }, { resource, snapshot }) => {
    const policy = customerStatements(resource, authorizationDetails);
    if ('outcome' in policy) return policy.outcome;
    if (administratorGrant(permissionsBy(policy.statements), snapshot))
      return notApplicable('The policy allows everything: aws-iam-policy-allows-no-full-admin tells of that.');
    return policyGrantOutcome(policy.statements, passEveryRole(snapshot));
  },
});
