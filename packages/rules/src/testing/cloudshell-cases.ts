import type { HolderKind } from '../lib/held-policies.ts';
import { harmless, ACCOUNT, others } from './holder-cases.ts';
import { allow, awsPolicy, holderOf } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export function cloudShellCases(kind: HolderKind): RuleCases {
  const full = awsPolicy('AWSCloudShellFullAccess', allow({ Action: 'cloudshell:*' }));
  return {
    pass: [
      { name: 'no policy', resource: holderOf(kind, {}) },
      {
        name: 'a policy of the customer with that name',
        resource: holderOf(kind, {
          attached: [{ ...harmless, id: `arn:aws:iam::${ACCOUNT}:policy/AWSCloudShellFullAccess` }],
        }),
      },
    ],
    fail: [
      {
        name: 'AWSCloudShellFullAccess, the second of two',
        resource: holderOf(kind, { attached: [harmless, full] }),
        message: `AWSCloudShellFullAccess is attached to the ${kind}.`,
        severity: 'low',
        pointers: ['/authorizationDetails/AttachedManagedPolicies/1/PolicyArn'],
      },
    ],
    unknown: [others(kind).unread],
  };
}
