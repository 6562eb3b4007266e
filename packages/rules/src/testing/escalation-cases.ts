import { administratorAccess, policyDocument } from '@plumbline/model/testing';
import type { HolderKind } from '../lib/held-policies.ts';
import { allow, awsPolicy, customerPolicy, deny, holderOf, INLINE_FIELD, unreadHolder } from './holder.ts';
import type { FailCase, RuleCase, RuleCases, UnknownCase } from './test-rule.ts';

const ACCOUNT = '111122223333';
const administrator = administratorAccess();
const iam = (kind: string, name: string) => `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;
const boundary = (Action: string) => customerPolicy(allow({ Action: ['s3:*', Action] }));
const PUT = { user: 'iam:PutUserPolicy', group: 'iam:PutGroupPolicy', role: 'iam:PutRolePolicy' } as const;
const ATTACH = { user: 'iam:AttachUserPolicy', group: 'iam:AttachGroupPolicy', role: 'iam:AttachRolePolicy' } as const;

export function escalationCases(kind: HolderKind): RuleCases {
  return {
    pass: [
      { name: 'no policy', resource: holderOf(kind, {}) },
      ...harmless(kind),
      ...(kind === 'group' ? [] : withinBoundary(kind)),
    ],
    fail: [
      {
        name: 'writing a policy of its own',
        resource: holderOf(kind, { inline: [allow({ Action: PUT[kind], Resource: iam(kind, 'invoices') })] }),
        message: `can write it${kind === 'group' ? 's group' : 'self'} an inline policy by ${PUT[kind]}.`,
        severity: 'high',
        pointers: [
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyDocument/Statement/0`,
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyName`,
        ],
      },
      ...ways(kind),
    ],
    unknown: [
      {
        name: 'details that could not be read',
        resource: unreadHolder(kind),
        missing: ['authorizationDetails'],
      },
      {
        name: 'an attached policy that the recording does not have',
        resource: holderOf(kind, { attached: [customerPolicy()] }),
        missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
      },
      ...(kind === 'group' ? [] : unknownBoundary(kind)),
    ],
    notApplicable: [
      {
        name: 'an administrator',
        resource: holderOf(kind, { attached: [administrator] }),
        with: [administrator],
        because: 'full administrator',
      },
    ],
  };
}

function harmless(kind: HolderKind): readonly RuleCase[] {
  const power = awsPolicy('PowerUserAccess', allow({ NotAction: ['iam:*', 'organizations:*', 'account:*'] }));
  return [
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

function withinBoundary(kind: 'user' | 'role'): readonly RuleCase[] {
  const narrow = boundary('sqs:*');
  return [
    {
      name: 'item 39: what its permissions boundary does not allow',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:*' })], boundary: narrow }),
      with: [narrow],
    },
  ];
}

function unknownBoundary(kind: 'user' | 'role'): readonly UnknownCase[] {
  return [
    {
      name: 'a boundary that the recording does not have',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:*' })], boundary: boundary('s3:*') }),
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
  ];
}

function ways(kind: HolderKind): readonly FailCase[] {
  const rewrite = customerPolicy(allow({ Action: 'iam:CreatePolicyVersion', Resource: iam('policy', 'shared') }));
  const older = customerPolicy(allow({ Action: 'iam:SetDefaultPolicyVersion' }));
  const versions = [
    { VersionId: 'v1', IsDefaultVersion: false, Document: policyDocument(allow({ Action: '*' })) },
    {
      VersionId: 'v2',
      IsDefaultVersion: true,
      Document: policyDocument(allow({ Action: 'iam:SetDefaultPolicyVersion' })),
    },
  ];
  const rolledBack = {
    ...older,
    facets: { authorizationDetails: { DefaultVersionId: 'v2', PolicyVersionList: versions } },
  };
  const full = awsPolicy('IAMFullAccess', allow({ Action: ['iam:*', 'organizations:Describe*'] }));
  return [
    { name: 'IAMFullAccess', resource: holderOf(kind, { attached: [full] }), with: [full], message: 'other ways' },
    {
      name: 'item 38: rewriting a policy that it has',
      resource: holderOf(kind, { attached: [rewrite] }),
      with: [rewrite],
      message: 'rewrite a policy that it has by iam:CreatePolicyVersion',
      pointers: [
        '/authorizationDetails/AttachedManagedPolicies/0/PolicyArn',
        '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
      ],
    },
    {
      name: 'going back to a version that allows everything',
      resource: holderOf(kind, { attached: [rolledBack] }),
      with: [rolledBack],
      message: 'go back to a version of its policy that allows everything',
    },
    {
      name: 'item 36: passing any role to a function that it makes and calls',
      resource: holderOf(kind, {
        inline: [
          allow({
            Action: 'iam:PassRole',
            Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          }),
          allow({ Action: 'lambda:*', Resource: 'arn:aws:lambda:*:*:function:dev-*' }),
        ],
      }),
      message: 'run a function with any role by iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction',
    },
    {
      name: 'keys of any user',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:CreateAccessKey', Resource: iam('user', '*') })] }),
      message: 'make access keys for any user',
    },
    {
      name: 'the trust policy of any role',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:Update*' })] }),
      message: /password of any user|let itself into any role/,
    },
    {
      name: 'item 40: where MFA is present',
      resource: holderOf(kind, {
        inline: [allow({ Action: 'iam:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
      }),
      message: 'under a condition on aws:MultiFactorAuthPresent',
      severity: 'medium',
    },
    ...(kind === 'group' ? [] : unbound(kind)),
  ];
}

function unbound(kind: 'user' | 'role'): readonly FailCase[] {
  const Kind = kind === 'user' ? 'User' : 'Role';
  const loose = boundary(`iam:Delete${Kind}PermissionsBoundary`);
  return [
    {
      name: 'item 39: taking off its own permissions boundary',
      resource: holderOf(kind, { inline: [allow({ Action: 'iam:*' })], boundary: loose }),
      with: [loose],
      message: `take off its own permissions boundary by iam:Delete${Kind}PermissionsBoundary`,
    },
  ];
}
