import { cloudShellCases } from '../../testing/cloudshell-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { userHasNoCloudshellFullAccess } from './user-has-no-cloudshell-full-access.ts';

testRule(userHasNoCloudshellFullAccess, cloudShellCases('user'));
