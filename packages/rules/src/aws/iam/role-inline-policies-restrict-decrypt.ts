import { defineRule } from '../../kernel/define-rule.ts';
import { decryptTexts } from '../../lib/decrypt-rule.ts';
import { inlineGrantOutcome } from '../../lib/grant-outcome.ts';
import { decryptWithEveryKey } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleInlinePoliciesRestrictDecrypt = defineRule({
  id: 'aws-iam-role-inline-policies-restrict-decrypt',
  title: 'Inline policies of roles decrypt only with keys that are named',
  ...decryptTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    inlineGrantOutcome({ kind: 'role', details, managed }, decryptWithEveryKey(snapshot)),
});
