import { decryptCases } from '../../testing/decrypt-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userInlinePoliciesRestrictDecrypt } from './user-inline-policies-restrict-decrypt.ts';

testRule(userInlinePoliciesRestrictDecrypt, decryptCases('user'));
