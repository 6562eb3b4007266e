import type { HolderKind } from '../lib/held-policies.ts';
import { bounded } from './holder-cases.ts';
import { allow, ATTACH, awsPolicy, customerPolicy, deny, holderOf, iam, PUT } from './holder.ts';
import type { RuleCase } from './test-rule.ts';

/** What is near a way to more rights, and none. */
export function escalationNearMisses(kind: HolderKind): readonly RuleCase[] {
  const power = awsPolicy('PowerUserAccess', allow({ NotAction: ['iam:*', 'organizations:*', 'account:*'] }));
  const readOnly = awsPolicy('ReadOnlyAccess', allow({ Action: 's3:List*' }));
  return [
    {
      name: 'item 38: rewriting a policy that it has, which is AWS’s',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:CreatePolicyVersion' })], attached: [readOnly] }),
      with: [readOnly],
    },
    ...bounded(kind, withinBoundary(kind)),
    {
      name: 'PowerUserAccess, which has nothing of IAM',
      resource: holderOf(kind, { attached: [power] }),
      with: [power],
    },
    {
      name: 'item 38: writing policies of others',
      resource: holderOf(kind, { inline: [allow({ Action: Object.values(PUT), Resource: iam('*', 'app/*') })] }),
    },
    {
      name: 'item 38: rewriting a policy that it does not have',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:CreatePolicyVersion' })] }),
    },
    {
      name: 'item 38: attaching one policy only',
      resource: holderOf(kind, {
        inline: [
          allow({
            Action: ATTACH[kind],
            Condition: { ArnEquals: { 'iam:PolicyARN': iam('policy', 'read-invoices') } },
          }),
        ],
      }),
    },
    {
      name: 'its own keys, by the policy variable',
      resource: holderOf(kind, {
        inline: [allow({ Action: 'iam:*AccessKey*', Resource: iam('user', '${aws:username}') })],
      }),
    },
    {
      name: 'item 39: making roles with one boundary only, by a Deny of others',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: ['iam:CreateRole', 'iam:PutRolePolicy'], Resource: iam('role', 'app/*') }),
          deny({
            Action: 'iam:CreateRole',
            Condition: { StringNotEquals: { 'iam:PermissionsBoundary': iam('policy', 'app-boundary') } },
          }),
        ],
      }),
    },
    {
      name: 'making roles under one name and giving rights to others',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: 'iam:CreateRole', Resource: iam('role', 'app/*') }),
          allow({ Action: 'iam:PutRolePolicy', Resource: iam('role', 'old/*') }),
        ],
      }),
    },
    {
      name: 'making and giving rights to the role of one name, which may be there already',
      resource: holderOf(kind, {
        inline: [allow({ Action: ['iam:CreateRole', 'iam:PutRolePolicy'], Resource: iam('role', 'app') })],
      }),
    },
    {
      name: 'item 38: attaching policies to itself that are not AWS’s',
      resource: holderOf(kind, {
        inline: [allow({ Action: ATTACH[kind], Condition: { ArnLike: { 'iam:PolicyARN': iam('policy', 'team/*') } } })],
      }),
    },
    {
      name: 'item 36: passing roles to a service that it cannot use',
      resource: holderOf(kind, {
        inline: [
          allow({
            Action: 'iam:PassRole',
            Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
          }),
          allow({ Action: 'ec2:RunInstances' }),
        ],
      }),
    },
    {
      name: 'item 36: passing named roles to code that it runs',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: 'iam:PassRole', Resource: iam('role', 'app-*') }),
          allow({ Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'] }),
        ],
      }),
    },
    {
      name: 'item 37: replacing the code of functions, of which none need be there',
      resource: holderOf(kind, { inline: [allow({ Action: 'lambda:UpdateFunctionCode' })] }),
    },
    {
      name: 'what another policy denies',
      resource: holderOf(kind, {
        inline: [allow({ Action: 'iam:*' })],
        attached: [customerPolicy(deny({ NotAction: ['iam:Get*', 'iam:List*'] }))],
      }),
      with: [customerPolicy(deny({ NotAction: ['iam:Get*', 'iam:List*'] }))],
    },
    {
      name: 'item 39: making roles with a boundary that is forced on them',
      resource: holderOf(kind, {
        inline: [
          allow({
            Action: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'],
            Condition: { StringEquals: { 'iam:PermissionsBoundary': iam('policy', 'app-boundary') } },
          }),
        ],
      }),
    },
  ];
}

function withinBoundary(kind: HolderKind): readonly RuleCase[] {
  const narrow = customerPolicy(allow({ Action: ['s3:*', 'sqs:*'] }));
  const same = customerPolicy(
    allow({
      Action: ['iam:PutUserPermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
      Condition: { StringEquals: { 'iam:PermissionsBoundary': iam('policy', 'shared') } },
    }),
  );
  const all = customerPolicy(allow({ Action: '*' }));
  const choosing = awsPolicy('Choosing', allow({ Action: 'iam:SetDefaultPolicyVersion', Resource: all.id }));
  return [
    {
      name: 'choosing the version of its policy that is in force already',
      resource: holderOf(kind, { attached: [all], boundary: choosing }),
      with: [all, choosing],
    },
    {
      name: 'item 39: what its permissions boundary does not allow',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:*' })], boundary: narrow }),
      with: [narrow],
    },
    {
      name: 'item 39: setting its own boundary to that same one only',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:*' })], boundary: same }),
      with: [same],
    },
  ];
}
