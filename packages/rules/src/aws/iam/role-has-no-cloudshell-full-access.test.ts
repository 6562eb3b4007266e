import { cloudShellCases } from '../../testing/cloudshell-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { roleHasNoCloudshellFullAccess } from './role-has-no-cloudshell-full-access.ts';

testRule(roleHasNoCloudshellFullAccess, cloudShellCases('role'));
