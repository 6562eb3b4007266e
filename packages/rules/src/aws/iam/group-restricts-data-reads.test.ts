import { dataReadsCases } from '../../testing/data-reads-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupRestrictsDataReads } from './group-restricts-data-reads.ts';

testRule(groupRestrictsDataReads, dataReadsCases('group'));
