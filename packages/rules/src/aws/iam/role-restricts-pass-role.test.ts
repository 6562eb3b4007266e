import { passRoleCases } from '../../testing/pass-role-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleRestrictsPassRole } from './role-restricts-pass-role.ts';

testRule(roleRestrictsPassRole, passRoleCases('role'));
