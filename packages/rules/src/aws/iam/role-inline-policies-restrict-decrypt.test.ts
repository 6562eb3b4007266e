import { decryptCases } from '../../testing/decrypt-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleInlinePoliciesRestrictDecrypt } from './role-inline-policies-restrict-decrypt.ts';

testRule(roleInlinePoliciesRestrictDecrypt, decryptCases('role'));
