import { cloudShellCases } from '../../testing/cloudshell-cases.ts';
import { testRule } from '../../testing/test-rule.ts';
import { groupHasNoCloudshellFullAccess } from './group-has-no-cloudshell-full-access.ts';

testRule(groupHasNoCloudshellFullAccess, cloudShellCases('group'));
