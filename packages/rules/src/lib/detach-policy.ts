import type { HolderKind } from './held-policies.ts';
import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';

/** The command that takes the policy away that was found; on a rule's own page, AWS's AdministratorAccess. */
export function detachCommand(kind: HolderKind, { name, partition, evidence }: RemediationTarget): string {
  const value = (suffix: string) => evidence.find(({ pointer }) => pointer.endsWith(suffix))?.actual;
  const inline = value('/PolicyName');
  if (typeof inline === 'string')
    return sh`aws iam delete-${kind}-policy --${kind}-name ${name} --policy-name ${inline}`;
  const attached = value('/PolicyArn');
  const arn = typeof attached === 'string' ? attached : `arn:${partition}:iam::aws:policy/AdministratorAccess`;
  return sh`aws iam detach-${kind}-policy --${kind}-name ${name} --policy-arn ${arn}`;
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
