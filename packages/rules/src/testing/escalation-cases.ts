import { policyDocument } from '@plumbline/model/testing';
import type { HolderKind } from '../lib/held-policies.ts';
import { escalationNearMisses } from './escalation-near-misses.ts';
import { administratorCase, bounded, missingPolicy, others } from './holder-cases.ts';
import { allow, ATTACH, awsPolicy, customerPolicy, deny, holderOf, iam, INLINE_FIELD, PUT } from './holder.ts';
import type { FailCase, RuleCases, UnknownCase } from './test-rule.ts';

const boundary = (Action: string) => customerPolicy(allow({ Action: ['s3:*', Action] }));

export function escalationCases(kind: HolderKind): RuleCases {
  const { notApplicable = [], unread } = others(kind);
  return {
    pass: [{ name: 'no policy', resource: holderOf(kind, {}) }, ...escalationNearMisses(kind)],
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
    unknown: [unread, missingPolicy(kind), ...bounded(kind, unknownBoundary(kind))],
    notApplicable: [administratorCase(kind), ...notApplicable],
  };
}

function unknownBoundary(kind: HolderKind): readonly UnknownCase[] {
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
      name: 'item 38: attaching any policy of AWS to itself',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: ATTACH[kind], Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*' } } }),
        ],
      }),
      message: `attach AdministratorAccess to it${kind === 'group' ? 's group' : 'self'} by ${ATTACH[kind]}`,
    },
    {
      name: 'making roles under a path, with any rights',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: 'iam:CreateRole', Resource: iam('role', 'app/*') }),
          allow({ Action: 'iam:Attach*', Resource: 'arn:aws:iam::*:role/app/*' }),
        ],
      }),
      message: 'make a role with any rights and assume it by iam:CreateRole and iam:AttachRolePolicy.',
    },
    {
      name: 'making users under a path, with any rights',
      resource: holderOf(kind, {
        inline: [
          allow({
            Action: ['iam:CreateUser', 'iam:PutUserPolicy', 'iam:CreateAccessKey'],
            Resource: iam('user', 'app/*'),
          }),
        ],
      }),
      message: 'make a user with any rights and sign in as it',
    },
    {
      name: 'item 34: NotAction, which leaves the scheduler and PassRole',
      resource: holderOf(kind, {
        inline: [allow({ NotAction: ['iam:A*', 'iam:C*', 'iam:PutR*', 'iam:PutU*', 'iam:PutG*', 'iam:S*', 'iam:U*'] })],
      }),
      message: 'by iam:PassRole',
    },
    {
      name: 'a condition that whoever asks can meet',
      resource: holderOf(kind, {
        inline: [allow({ Action: 'iam:CreateAccessKey', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
      }),
      message: 'make access keys for any user by iam:CreateAccessKey.',
      severity: 'high',
    },
    {
      name: 'item 40: a Deny without MFA',
      resource: holderOf(kind, {
        inline: [
          allow({ Action: 'iam:CreateAccessKey' }),
          deny({ Action: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
        ],
      }),
      message: 'under a condition on aws:MultiFactorAuthPresent',
      severity: 'medium',
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
    ...bounded(kind, unbound(kind)),
  ];
}

function unbound(kind: HolderKind): readonly FailCase[] {
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
