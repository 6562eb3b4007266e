import { dataReadsCases } from '../../testing/data-reads-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userRestrictsDataReads } from './user-restricts-data-reads.ts';

testRule(userRestrictsDataReads, dataReadsCases('user'));
