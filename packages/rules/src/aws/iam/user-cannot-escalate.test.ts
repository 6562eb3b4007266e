import { escalationCases } from '../../testing/escalation-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userCannotEscalate } from './user-cannot-escalate.ts';

testRule(userCannotEscalate, escalationCases('user'));
