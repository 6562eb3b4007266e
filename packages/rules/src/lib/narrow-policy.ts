import type { PolicyStatement } from '@plumbline/model';
import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';

/** What stands in the place of a policy that allows too much: the statement as it should be. */
type Narrow = (target: RemediationTarget) => PolicyStatement;

/** The statement to start from where a policy allows everything. */
export const READ_ONE_BUCKET: Narrow = ({ partition }) => ({
  Action: ['s3:GetObject'],
  Resource: [`arn:${partition}:s3:::BUCKET/*`],
});

/** Commands that narrow the policy that was found at a user, group or role: its own inline one, or one that is attached. */
export function narrowAtHolder(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { name } = target;
  const inline = found(target, '/PolicyName');
  const document = policyJson(narrow(target));
  if (inline !== undefined || target.evidence.length === 0)
    return sh`aws iam put-${kind}-policy --${kind}-name ${name} --policy-name ${inline ?? 'POLICY_NAME'} --policy-document ${document}`;
  const attached = found(target, '/PolicyArn') ?? '';
  return `# The policy may be attached to others too: give this ${kind} one that is narrower.
${sh`aws iam put-${kind}-policy --${kind}-name ${name} --policy-name ${`${name}-narrow`} --policy-document ${document}`}
${sh`aws iam detach-${kind}-policy --${kind}-name ${name} --policy-arn ${attached}`}`;
}

export function narrowAtHolderTerraform(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { name } = target;
  return `resource "aws_iam_${kind}_policy" "${hclName(name)}" {
  name   = ${hclString(found(target, '/PolicyName') ?? `${name}-narrow`)}
  ${kind.padEnd(6)} = ${hclString(name)}
  policy = jsonencode(${hclDocument(narrow(target))})
}`;
}

export function narrowAtHolderTemplate(kind: HolderKind, target: RemediationTarget, narrow: Narrow): string {
  const { name } = target;
  const Kind = kind.charAt(0).toUpperCase() + kind.slice(1);
  return `NarrowPolicy:
  Type: AWS::IAM::${Kind}Policy
  Properties:
    PolicyName: ${JSON.stringify(found(target, '/PolicyName') ?? `${name}-narrow`)}
    ${Kind}Name: ${JSON.stringify(name)}
    PolicyDocument: ${policyJson(narrow(target))}`;
}

/** Commands that put a narrower version of a customer managed policy in force. */
export function narrowVersion(target: RemediationTarget, narrow: Narrow): string {
  const { id } = target;
  return `${sh`aws iam list-entities-for-policy --policy-arn ${id}`}
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

function found({ evidence }: RemediationTarget, suffix: string): string | undefined {
  const value = evidence.find(({ pointer }) => pointer.endsWith(suffix))?.actual;
  return typeof value === 'string' ? value : undefined;
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
