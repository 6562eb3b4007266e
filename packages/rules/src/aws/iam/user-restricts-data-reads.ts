import { defineRule } from '../../kernel/define-rule.ts';
import { dataReadsTexts } from '../../lib/data-reads-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { readAllData } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const userRestrictsDataReads = defineRule({
  id: 'aws-iam-user-restricts-data-reads',
  title: 'Users read only data that is named',
  ...dataReadsTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'user', details, managed }, readAllData(snapshot), 'low'),
});
