import type { HolderKind } from '../lib/held-policies.ts';
import { ACCOUNT, others, missingPolicy } from './holder-cases.ts';
import { allow, customerPolicy, deny, holderOf, INLINE_FIELD } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export function decryptCases(kind: HolderKind): RuleCases {
  const { notApplicable = [], unread } = others(kind);
  const everyKey = allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] });
  const shared = customerPolicy(everyKey);
  return {
    pass: [
      {
        name: 'one key',
        resource: holderOf(kind, {
          inline: [allow({ Action: 'kms:Decrypt', Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234` })],
        }),
      },
      { name: 'encrypting with every key', resource: holderOf(kind, { inline: [allow({ Action: 'kms:Encrypt' })] }) },
      {
        name: 'every key by an attached policy, which is judged by itself',
        resource: holderOf(kind, { attached: [shared] }),
        with: [shared],
      },
      {
        name: 'every key, which another policy denies',
        resource: holderOf(kind, {
          inline: [everyKey],
          attached: [customerPolicy(deny({ Action: 'kms:Decrypt' }))],
        }),
        with: [customerPolicy(deny({ Action: 'kms:Decrypt' }))],
      },
    ],
    fail: [
      {
        name: 'every key',
        resource: holderOf(kind, { inline: [everyKey] }),
        message: `The ${kind} may decrypt with every KMS key by the policy "own".`,
        severity: 'medium',
        pointers: [
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyDocument/Statement/0`,
          `/authorizationDetails/${INLINE_FIELD[kind]}/0/PolicyName`,
        ],
      },
      { name: 'everything', resource: holderOf(kind, { inline: [allow({ Action: '*' })] }) },
      {
        name: 'every key of a region, by encrypting anew',
        resource: holderOf(kind, {
          inline: [allow({ Action: 'kms:ReEncrypt*', Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/*` })],
        }),
        message: 'with every KMS key in us-east-1',
      },
      {
        name: 'every key through S3',
        resource: holderOf(kind, {
          inline: [{ ...everyKey, Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } }],
        }),
        message: 'under a condition on kms:ViaService',
        severity: 'low',
      },
    ],
    unknown: [unread, missingPolicy(kind)],
    notApplicable,
  };
}
