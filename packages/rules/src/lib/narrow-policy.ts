import type { PolicyStatement } from '@plumbline/model';
import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import { foundPolicies, type FoundPolicy } from './found-policies.ts';
import type { HolderKind } from './held-policies.ts';

/** What stands in the place of a policy that allows too much: the statement as it should be. */
type Narrow = (target: RemediationTarget) => PolicyStatement;

/** The statement to start from where a policy allows everything. */
export const READ_ONE_BUCKET: Narrow = ({ partition }) => ({
  Action: ['s3:GetObject'],
  Resource: [`arn:${partition}:s3:::BUCKET/*`],
});

/**
 * Commands that narrow the policy that was found at a user, group or role: an inline one, or one that is attached. What a user
 * has by a group is narrowed at the group.
 */
export function narrowAtHolder(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { kind: at, holder, policy, inline } = toNarrow(kind, target);
  const document = policyJson(narrow(target));
  const name = inline ? policy : `${holder}-narrow`;
  const put = sh`aws iam put-${at}-policy --${at}-name ${holder} --policy-name ${name} --policy-document ${document}`;
  if (inline)
    return `# It replaces the whole policy: add the statements that stay.
${put}`;
  return `# The policy may be attached to others too: give this ${at} one that is narrower.
${put}
${sh`aws iam detach-${at}-policy --${at}-name ${holder} --policy-arn ${policy}`}`;
}

export function narrowAtHolderTerraform(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { kind: at, holder, policy, inline } = toNarrow(kind, target);
  return `resource "aws_iam_${at}_policy" "${hclName(holder)}" {
  name   = ${hclString(inline ? policy : `${holder}-narrow`)}
  ${at.padEnd(6)} = ${hclString(holder)}
  policy = jsonencode(${hclDocument(narrow(target))})
}`;
}

export function narrowAtHolderTemplate(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { kind: at, holder, policy, inline } = toNarrow(kind, target);
  const At = at.charAt(0).toUpperCase() + at.slice(1);
  return `NarrowPolicy:
  Type: AWS::IAM::${At}Policy
  Properties:
    PolicyName: ${JSON.stringify(inline ? policy : `${holder}-narrow`)}
    ${At}Name: ${JSON.stringify(holder)}
    PolicyDocument: ${policyJson(narrow(target))}`;
}

/** The first that was found, inline ones before others; on a rule's own page, any inline one. */
function toNarrow(kind: HolderKind, target: RemediationTarget): FoundPolicy {
  const found = foundPolicies(kind, target);
  const any = { kind, holder: target.name, policy: 'POLICY_NAME', inline: true };
  return found.find(({ inline }) => inline) ?? found[0] ?? any;
}

/** Commands that put a narrower version of a customer managed policy in force. */
export function narrowVersion(target: RemediationTarget, narrow: Narrow): string {
  const { id } = target;
  return `${sh`aws iam list-entities-for-policy --policy-arn ${id}`}
# Add the statements that stay. A policy has five versions at the most: delete an old one first, if it has.
${sh`aws iam create-policy-version --policy-arn ${id} --set-as-default --policy-document ${policyJson(narrow(target))}`}`;
}

export function narrowVersionTerraform(target: RemediationTarget, narrow: Narrow): string {
  const { name } = target;
  return `resource "aws_iam_policy" "${hclName(name)}" {
  name   = ${hclString(name)}
  policy = jsonencode(${hclDocument(narrow(target))})
}`;
}

export function narrowVersionTemplate(target: RemediationTarget, narrow: Narrow): string {
  return `ManagedPolicy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    ManagedPolicyName: ${JSON.stringify(target.name)}
    PolicyDocument: ${policyJson(narrow(target))}`;
}

/** A policy document of one statement, which allows unless it says otherwise. */
export function policyJson(statement: PolicyStatement): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}

/** The same for Terraform, which reads JSON as it is but for its own `${…}`. */
export function hclDocument(statement: PolicyStatement): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }, null, 2);
  return text.replaceAll(/[$%]\{/g, (marker) => marker[0] + marker).replaceAll('\n', '\n  ');
}
