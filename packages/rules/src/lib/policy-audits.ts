import { sh, type RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';

/** A name that no policy has: what is allowed on it is allowed on every resource of its kind. */
export const OTHER = 'any-other-name';

/** Answers of the simulator that refuse. */
export const REFUSED =
  '`EvalDecision` is `implicitDeny` or `explicitDeny` in every answer. What `MissingContextValues` names are conditions that the simulator cannot judge: read the policy for those.';

/**
 * Asks IAM's simulator what a user, group or role may do by all its policies, each action on a resource.
 * One command for each: it refuses many actions together, and resources need not exist.
 */
export function simulate(
  { id }: RemediationTarget,
  asks: readonly (readonly [action: string, resource: string])[],
): string {
  return asks
    .map(
      ([action, resource]) =>
        sh`aws iam simulate-principal-policy --policy-source-arn ${id} --action-names ${action} --resource-arns ${resource}`,
    )
    .join('\n');
}

/** Lists the managed policies attached to a user, group or role. */
export function listAttached(kind: HolderKind, { name }: RemediationTarget): string {
  return sh`aws iam list-attached-${kind}-policies --${kind}-name ${name}`;
}

/** Lists the inline policies of a user, group or role. */
export function listInline(kind: HolderKind, { name }: RemediationTarget): string {
  return sh`aws iam list-${kind}-policies --${kind}-name ${name}`;
}

/** Lists the inline policies, and reads those that were found. */
export function readInline(kind: HolderKind, target: RemediationTarget): string {
  return `${listInline(kind, target)}
${readFound(kind, target)}`;
}

/** Lists what a user, group or role has its rights by, and reads the policies that were found. */
export function readPolicies(kind: HolderKind, target: RemediationTarget): string {
  const groups = kind === 'user' ? [sh`aws iam list-groups-for-user --user-name ${target.name}`] : [];
  return [listAttached(kind, target), listInline(kind, target), ...groups, readFound(kind, target)].join('\n');
}

/** Reads the version of a managed policy that is in force. */
export function readDefaultVersion(arn: string): string {
  return sh`aws iam get-policy-version --policy-arn ${arn} --version-id "$(aws iam get-policy --policy-arn ${arn} --query Policy.DefaultVersionId --output text)"`;
}

export function readTrust({ name }: RemediationTarget): string {
  return sh`aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`;
}

/** Reads each policy of the evidence, at the user, group or role or at a group of the user; on a rule's own page, an inline one. */
function readFound(kind: HolderKind, { name, evidence }: RemediationTarget): string {
  const commands = evidence.flatMap(({ pointer, actual, of }) => {
    if (typeof actual !== 'string') return [];
    if (pointer.endsWith('/PolicyArn')) return [readDefaultVersion(actual)];
    if (!pointer.endsWith('/PolicyName')) return [];
    return [
      of === null ? getInline(kind, name, actual) : getInline('group', of.slice(of.lastIndexOf('/') + 1), actual),
    ];
  });
  return commands.length > 0 ? [...new Set(commands)].join('\n') : getInline(kind, name, 'POLICY_NAME');
}

function getInline(kind: HolderKind, name: string, policy: string): string {
  return sh`aws iam get-${kind}-policy --${kind}-name ${name} --policy-name ${policy}`;
}
