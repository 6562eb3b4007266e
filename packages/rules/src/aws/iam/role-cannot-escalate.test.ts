import { escalationCases } from '../../testing/escalation-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleCannotEscalate } from './role-cannot-escalate.ts';

testRule(roleCannotEscalate, escalationCases('role'));
