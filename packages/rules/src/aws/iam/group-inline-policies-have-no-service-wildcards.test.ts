import { serviceWildcardCases } from '../../testing/service-wildcard-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupInlinePoliciesHaveNoServiceWildcards } from './group-inline-policies-have-no-service-wildcards.ts';

testRule(groupInlinePoliciesHaveNoServiceWildcards, serviceWildcardCases('group'));
