import { serviceWildcardCases } from '../../testing/service-wildcard-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleInlinePoliciesHaveNoServiceWildcards } from './role-inline-policies-have-no-service-wildcards.ts';

testRule(roleInlinePoliciesHaveNoServiceWildcards, serviceWildcardCases('role'));
