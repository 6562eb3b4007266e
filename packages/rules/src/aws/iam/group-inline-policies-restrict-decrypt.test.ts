import { decryptCases } from '../../testing/decrypt-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupInlinePoliciesRestrictDecrypt } from './group-inline-policies-restrict-decrypt.ts';

testRule(groupInlinePoliciesRestrictDecrypt, decryptCases('group'));
