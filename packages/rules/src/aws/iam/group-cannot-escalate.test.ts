import { escalationCases } from '../../testing/escalation-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupCannotEscalate } from './group-cannot-escalate.ts';

testRule(groupCannotEscalate, escalationCases('group'));
