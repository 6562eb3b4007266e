import { sh, type RemediationTarget } from '../kernel/remediation.ts';
import { foundPolicies } from './found-policies.ts';
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

/** Lists the inline policies, and reads those that were found; on a rule's own page, any. */
export function readInline(kind: HolderKind, target: RemediationTarget): string {
  const found = readFound(kind, target);
  const any = ['# Put each name for POLICY_NAME.', getInline(kind, target.name, 'POLICY_NAME')];
  return [listInline(kind, target), ...(found.length > 0 ? found : any)].join('\n');
}

/** Lists what a user, group or role has its rights by, and reads the policies that were found; on a rule's own page, any. */
export function readPolicies(kind: HolderKind, target: RemediationTarget): string {
  const groups = kind === 'user' ? [sh`aws iam list-groups-for-user --user-name ${target.name}`] : [];
  const found = readFound(kind, target);
  const any = [
    '# Put each name for POLICY_NAME, and each ARN for POLICY_ARN.',
    getInline(kind, target.name, 'POLICY_NAME'),
    readDefaultVersion('POLICY_ARN'),
  ];
  return [listAttached(kind, target), listInline(kind, target), ...groups, ...(found.length > 0 ? found : any)].join(
    '\n',
  );
}

/** Reads the version of a managed policy that is in force. */
export function readDefaultVersion(arn: string): string {
  return sh`aws iam get-policy-version --policy-arn ${arn} --version-id "$(aws iam get-policy --policy-arn ${arn} --query Policy.DefaultVersionId --output text)"`;
}

export function readTrust({ name }: RemediationTarget): string {
  return sh`aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`;
}

/** Reads the policies that were found. */
function readFound(kind: HolderKind, target: RemediationTarget): readonly string[] {
  return foundPolicies(kind, target).map((each) =>
    each.inline ? getInline(each.kind, each.holder, each.policy) : readDefaultVersion(each.policy),
  );
}

function getInline(kind: HolderKind, name: string, policy: string): string {
  return sh`aws iam get-${kind}-policy --${kind}-name ${name} --policy-name ${policy}`;
}
