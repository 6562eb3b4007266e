import type { HolderKind } from '../lib/held-policies.ts';
import { harmless, others, administratorCase, missingPolicy, bounded } from './holder-cases.ts';
import { allow, customerPolicy, deny, holderOf, INLINE_FIELD } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export function serviceWildcardCases(kind: HolderKind): RuleCases {
  const { notApplicable = [], unread } = others(kind);
  return {
    pass: [
      {
        name: 'reading of one service',
        resource: holderOf(kind, { inline: [allow({ Action: ['s3:Get*', 's3:List*'] })] }),
      },
      {
        name: 'a service whose writing another policy denies',
        resource: holderOf(kind, {
          inline: [allow({ Action: 'sqs:*' })],
          attached: [customerPolicy(deny({ NotAction: ['sqs:Get*', 'sqs:List*'] }))],
        }),
        with: [customerPolicy(deny({ NotAction: ['sqs:Get*', 'sqs:List*'] }))],
      },
      ...bounded(kind, [
        {
          name: 'a service outside the boundary',
          resource: holderOf(kind, { inline: [allow({ Action: 'sqs:*' })], boundary: harmless }),
          with: [harmless],
        },
      ]),
    ],
    fail: [
      {
        name: 'every action of S3',
        resource: holderOf(kind, { inline: [allow({ Action: 's3:*' })] }),
        message: `An inline policy of the ${kind} allows every action of s3: "own".`,
        severity: 'medium',
        pointers: [
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyDocument/Statement/0`,
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyName`,
        ],
      },
      {
        name: 'every action of a service that manages no permissions',
        resource: holderOf(kind, { inline: [allow({ Action: 'athena:*' })] }),
        severity: 'low',
      },
      {
        name: 'every action of S3 on one bucket',
        resource: holderOf(kind, { inline: [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::acme-exports/*' })] }),
        severity: 'info',
      },
    ],
    unknown: [unread, missingPolicy(kind)],
    notApplicable: [administratorCase(kind), ...notApplicable],
  };
}
