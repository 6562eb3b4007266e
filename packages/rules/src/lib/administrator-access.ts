import type { PolicyStatement } from '@plumbline/model';
import type { SnapshotAccount } from '../kernel/relation.ts';
import { EVERY_ACTION } from './asked-actions.ts';
import { dependsOn, type RequestContext } from './condition-verdict.ts';
import { allowing, firstSure, granted, surest, type Granted, type Permissions } from './permissions.ts';
import { coversAction, coversResource, listOf, type LocatedStatement } from './policy-document.ts';

type Account = Pick<SnapshotAccount, 'id' | 'partition'>;

/** Actions by which a principal gives itself, or one it can become, any permission it lacks, and what each is on. */
const GRANTING_ACTIONS = [
  ['iam:AddUserToGroup', 'group'],
  ['iam:AttachGroupPolicy', 'group'],
  ['iam:AttachRolePolicy', 'role'],
  ['iam:AttachUserPolicy', 'user'],
  ['iam:CreatePolicyVersion', 'policy'],
  ['iam:PutGroupPolicy', 'group'],
  ['iam:PutRolePolicy', 'role'],
  ['iam:PutUserPolicy', 'user'],
  ['iam:SetDefaultPolicyVersion', 'policy'],
  ['iam:UpdateAssumeRolePolicy', 'role'],
] as const;

/**
 * The statement that makes an administrator: it allows every action on every resource, or all but some, and what is left out,
 * denied or outside the permissions boundary leaves a way to change permissions in IAM, so that the rest can be had back. It
 * depends on the conditions of both.
 */
export function administratorGrant<T extends LocatedStatement>(
  permissions: Permissions<T>,
  account: Account,
): Granted<T> | null {
  const { statements, boundary, known } = permissions;
  const broad = surest(broadOf(statements, known, account));
  if (!broad) return null;
  const limit = boundary && surest(broadOf(boundary, known, account));
  if (boundary && !limit) return null;
  const granting = firstSure(GRANTING_ACTIONS, ([action, kind]) =>
    granted(permissions, { action, resource: `arn:${account.partition}:iam::${account.id}:${kind}/*` }),
  );
  if (!granting) return null;
  const depends = [broad, granting, ...(limit ? [limit] : [])].flatMap((each) => each.depends);
  return { by: broad.by, depends: [...new Set(depends)] };
}

function broadOf<T extends LocatedStatement>(
  statements: readonly T[],
  known: RequestContext,
  account: Account,
): readonly Granted<T>[] {
  return allowing(statements, EVERY_ACTION).flatMap((by) => {
    const depends = isBroad(by.statement, account) ? dependsOn(by.statement, known) : null;
    return depends ? [{ by, depends }] : [];
  });
}

/** Allows all actions on all resources, or by `NotAction` and `NotResource` all but some. */
function isBroad(statement: PolicyStatement, { partition }: Account): boolean {
  const { Effect, NotAction, NotResource } = statement;
  if (Effect !== 'Allow') return false;
  const actions =
    NotAction === undefined
      ? coversAction(statement, EVERY_ACTION)
      : listOf(NotAction).length > 0 && !coversAction({ Action: NotAction }, EVERY_ACTION);
  return actions && (NotResource !== undefined || coversResource(statement, `arn:${partition}:?*:*:*:?*`));
}
