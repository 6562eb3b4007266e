import { passRoleCases } from '../../testing/pass-role-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userRestrictsPassRole } from './user-restricts-pass-role.ts';

testRule(userRestrictsPassRole, passRoleCases('user'));
