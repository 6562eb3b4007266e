import type { HolderKind } from '../lib/held-policies.ts';
import { harmless, ACCOUNT, MFA, others, administratorCase, missingPolicy, bounded } from './holder-cases.ts';
import { allow, awsPolicy, deny, holderOf } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export function dataReadsCases(kind: HolderKind): RuleCases {
  const { notApplicable = [], unread } = others(kind);
  const readOnly = awsPolicy('ReadOnlyAccess', allow({ Action: ['s3:Get*', 'dynamodb:Query', 'ec2:Describe*'] }));
  const audit = awsPolicy('SecurityAudit', allow({ Action: ['s3:GetBucket*', 'ec2:Describe*', 'ssm:Describe*'] }));
  return {
    pass: [
      { name: 'SecurityAudit, which reads settings', resource: holderOf(kind, { attached: [audit] }), with: [audit] },
      { name: 'every object of one bucket', resource: holderOf(kind, { attached: [harmless] }), with: [harmless] },
      {
        name: 'parameters under one path',
        resource: holderOf(kind, {
          inline: [allow({ Action: 'ssm:GetParameter*', Resource: `arn:aws:ssm:*:${ACCOUNT}:parameter/acme/*` })],
        }),
      },
      {
        name: 'ReadOnlyAccess beside a Deny of the data',
        resource: holderOf(kind, {
          inline: [deny({ Action: ['s3:GetObject', 'dynamodb:*'] })],
          attached: [readOnly],
        }),
        with: [readOnly],
      },
      ...bounded(kind, [
        {
          name: 'ReadOnlyAccess within a narrow boundary',
          resource: holderOf(kind, { attached: [readOnly], boundary: harmless }),
          with: [readOnly, harmless],
        },
      ]),
    ],
    fail: [
      {
        name: 'ReadOnlyAccess, which reads data as well',
        resource: holderOf(kind, { attached: [readOnly] }),
        with: [readOnly],
        message: `The ${kind} may read every S3 object and every DynamoDB table by the policy "ReadOnlyAccess".`,
        severity: 'medium',
        pointers: [
          '/authorizationDetails/AttachedManagedPolicies/0/PolicyArn',
          '/authorizationDetails/PolicyVersionList/0/Document/Statement/0',
        ],
      },
      {
        name: 'every secret of one region',
        resource: holderOf(kind, {
          inline: [
            allow({
              Action: 'secretsmanager:GetSecretValue',
              Resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:*`,
            }),
          ],
        }),
        message: 'read every secret in eu-west-1 by the policy "own"',
      },
      {
        name: 'every snapshot, by its blocks',
        resource: holderOf(kind, { inline: [allow({ Action: 'ebs:*' })] }),
        message: 'read every EBS snapshot',
      },
      {
        name: 'every parameter where MFA is present',
        resource: holderOf(kind, { inline: [allow({ Action: 'ssm:GetParameter', Condition: MFA })] }),
        message: 'under a condition on aws:MultiFactorAuthPresent',
        severity: 'low',
      },
    ],
    unknown: [unread, missingPolicy(kind)],
    notApplicable: [administratorCase(kind), ...notApplicable],
  };
}
