import { dataReadsCases } from '../../testing/data-reads-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleRestrictsDataReads } from './role-restricts-data-reads.ts';

testRule(roleRestrictsDataReads, dataReadsCases('role'));
