import { passRoleCases } from '../../testing/pass-role-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupRestrictsPassRole } from './group-restricts-pass-role.ts';

testRule(groupRestrictsPassRole, passRoleCases('group'));
