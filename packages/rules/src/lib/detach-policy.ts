import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import { foundPolicies } from './found-policies.ts';
import type { HolderKind } from './held-policies.ts';

/** The commands that take the policies away that were found; on a rule's own page, AWS's AdministratorAccess. */
export function detachCommand(kind: HolderKind, target: RemediationTarget): string {
  const { name, partition } = target;
  const found = foundPolicies(kind, target);
  const admin = `arn:${partition}:iam::aws:policy/AdministratorAccess`;
  const policies = found.length > 0 ? found : [{ kind, holder: name, policy: admin, inline: false }];
  return policies
    .map(({ kind, holder, policy, inline }) =>
      inline
        ? sh`aws iam delete-${kind}-policy --${kind}-name ${holder} --policy-name ${policy}`
        : sh`aws iam detach-${kind}-policy --${kind}-name ${holder} --policy-arn ${policy}`,
    )
    .join('\n');
}

/** An attachment of a narrower policy, to stand in the place of the one that was found. */
export function narrowAttachment(kind: HolderKind, { name }: RemediationTarget): string {
  return `resource "aws_iam_${kind}_policy_attachment" "${hclName(name)}" {
  ${kind.padEnd(10)} = ${hclString(name)}
  policy_arn = aws_iam_policy.${hclName(name)}.arn # allows only what ${hclName(name)} needs
}`;
}

export function narrowAttachmentTemplate(kind: HolderKind, { name }: RemediationTarget): string {
  const Kind = kind.charAt(0).toUpperCase() + kind.slice(1);
  return `${Kind}:
  Type: AWS::IAM::${Kind}
  Properties:
    ${Kind}Name: ${JSON.stringify(name)}
    ManagedPolicyArns:
      - !Ref NarrowPolicy # an AWS::IAM::ManagedPolicy that allows only what is needed`;
}
