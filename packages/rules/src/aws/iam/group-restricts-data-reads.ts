import { defineRule } from '../../kernel/define-rule.ts';
import { dataReadsTexts } from '../../lib/data-reads-rule.ts';
import { wideGrantOutcome } from '../../lib/grant-outcome.ts';
import { readAllData } from '../../lib/wide-grants.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupRestrictsDataReads = defineRule({
  id: 'aws-iam-group-restricts-data-reads',
  title: 'Groups read only data that is named',
  ...dataReadsTexts('group'),
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    wideGrantOutcome({ kind: 'group', details, managed }, readAllData, snapshot),
});
