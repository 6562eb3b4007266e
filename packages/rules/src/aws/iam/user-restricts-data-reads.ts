import { defineRule } from '../../kernel/define-rule.ts';
import { dataReadsTexts } from '../../lib/data-reads-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { readAllData } from '../../lib/wide-grants.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userRestrictsDataReads = defineRule({
  id: 'aws-iam-user-restricts-data-reads',
  title: 'Users read only data that is named',
  ...dataReadsTexts('user'),
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    wideGrantOutcome({ kind: 'user', details, managed, groups }, readAllData, snapshot),
});
