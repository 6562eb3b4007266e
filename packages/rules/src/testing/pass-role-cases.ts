import type { HolderKind } from '../lib/held-policies.ts';
import { harmless, ACCOUNT, others, administratorCase, missingPolicy, bounded } from './holder-cases.ts';
import { allow, customerPolicy, deny, holderOf, INLINE_FIELD } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export function passRoleCases(kind: HolderKind): RuleCases {
  const { notApplicable = [], unread } = others(kind);
  const everyRole = allow({ Action: 'iam:PassRole' });
  const shared = customerPolicy(everyRole);
  return {
    pass: [
      { name: 'no policy at all', resource: holderOf(kind, {}) },
      {
        name: 'roles of one path',
        resource: holderOf(kind, {
          inline: [allow({ Action: 'iam:PassRole', Resource: `arn:aws:iam::${ACCOUNT}:role/app/*` })],
        }),
      },
      {
        name: 'every role, and another policy that denies it',
        resource: holderOf(kind, { inline: [deny({ Action: 'iam:Pass*' })], attached: [shared] }),
        with: [shared],
      },
      { name: 'NotAction that leaves IAM out', resource: holderOf(kind, { inline: [allow({ NotAction: 'iam:*' })] }) },
      ...bounded(kind, [
        {
          name: 'every role, outside the permissions boundary',
          resource: holderOf(kind, { inline: [everyRole], boundary: harmless }),
          with: [harmless],
        },
      ]),
    ],
    fail: [
      {
        name: 'every role by an inline policy',
        resource: holderOf(kind, { inline: [allow({ Action: 's3:List*' }), everyRole] }),
        message: `The ${kind} may pass every role to a service by the policy "own".`,
        severity: 'medium',
        pointers: [
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyDocument/Statement/1`,
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyName`,
        ],
      },
      {
        name: 'every role by an attached policy',
        resource: holderOf(kind, { attached: [shared] }),
        with: [shared],
        message: '"shared"',
        pointers: [
          '/authorizationDetails/AttachedManagedPolicies/0/PolicyArn',
          '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
        ],
      },
      {
        name: 'item 34: NotAction that leaves IAM in',
        resource: holderOf(kind, {
          inline: [allow({ NotAction: 'iam:CreateUser', Resource: 'arn:aws:iam::*:role/*' })],
        }),
      },
      {
        name: 'every role to one service',
        resource: holderOf(kind, {
          inline: [{ ...everyRole, Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }],
        }),
        message: 'under a condition on iam:PassedToService',
        severity: 'low',
      },
      {
        name: 'though a role of its own is denied',
        resource: holderOf(kind, {
          inline: [everyRole, deny({ Action: 'iam:PassRole', Resource: `arn:aws:iam::${ACCOUNT}:role/break-glass` })],
        }),
      },
    ],
    unknown: [
      unread,
      missingPolicy(kind),
      ...bounded(kind, [
        {
          name: 'a boundary that the recording does not have',
          resource: holderOf(kind, { inline: [everyRole], boundary: harmless }),
          missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
        },
      ]),
    ],
    notApplicable: [administratorCase(kind), ...notApplicable],
  };
}
