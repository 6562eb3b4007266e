import { defineRule } from '../../kernel/define-rule.ts';
import { decryptTexts } from '../../lib/decrypt-rule.ts';
import { inlineGrantOutcome } from '../../lib/grant-outcome.ts';
import { decryptWithEveryKey } from '../../lib/wide-grants.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userInlinePoliciesRestrictDecrypt = defineRule({
  id: 'aws-iam-user-inline-policies-restrict-decrypt',
  title: 'Inline policies of users decrypt only with keys that are named',
  ...decryptTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    inlineGrantOutcome({ kind: 'user', details, managed, groups }, decryptWithEveryKey(snapshot)),
});
