import { serviceWildcardCases } from '../../testing/service-wildcard-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userInlinePoliciesHaveNoServiceWildcards } from './user-inline-policies-have-no-service-wildcards.ts';

testRule(userInlinePoliciesHaveNoServiceWildcards, serviceWildcardCases('user'));
