import { defineRule } from '../../kernel/define-rule.ts';
import { decryptTexts } from '../../lib/decrypt-rule.ts';
import { inlineGrantOutcome } from '../../lib/grant-outcome.ts';
import { decryptWithEveryKey } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupInlinePoliciesRestrictDecrypt = defineRule({
  id: 'aws-iam-group-inline-policies-restrict-decrypt',
  title: 'Inline policies of groups decrypt only with keys that are named',
  ...decryptTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    inlineGrantOutcome({ kind: 'group', details, managed }, decryptWithEveryKey(snapshot)),
});
