import { defineRule } from '../../kernel/define-rule.ts';
import { dataReadsTexts } from '../../lib/data-reads-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { readAllData } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleRestrictsDataReads = defineRule({
  id: 'aws-iam-role-restricts-data-reads',
  title: 'Roles read only data that is named',
  ...dataReadsTexts('role'),
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'role', details, managed }, readAllData, snapshot),
});
