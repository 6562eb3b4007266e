import type { InlinePolicy, PolicyStatement, RoleDetail } from '@plumbline/model';
import { actionsOfStatement } from './action-patterns.ts';
import { statementsOf } from './policy-document.ts';

/**
 * The part of a role from which it can be told whether it is an administrator: what is attached, and of its inline policies the
 * statements that deny, that are about IAM, or about any service. All are in their place, so that evidence can point at them.
 */
export function administrativePart({
  Arn,
  Path,
  RoleName,
  AttachedManagedPolicies,
  PermissionsBoundary,
  RolePolicyList,
}: RoleDetail): RoleDetail {
  return {
    Arn,
    Path,
    RoleName,
    AttachedManagedPolicies: AttachedManagedPolicies?.map(({ PolicyArn }) => ({ PolicyArn })),
    PermissionsBoundary,
    RolePolicyList: (RolePolicyList ?? []).map(administrativePolicy),
  };
}

const NOTHING: PolicyStatement = {};
const NO_POLICY: InlinePolicy = {};

function administrativePolicy({ PolicyName, PolicyDocument = {} }: InlinePolicy): InlinePolicy {
  const statements = statementsOf(PolicyDocument).map(({ statement }) => (matters(statement) ? statement : NOTHING));
  if (statements.every((statement) => statement === NOTHING)) return NO_POLICY;
  const [only] = statements;
  const Statement = Array.isArray(PolicyDocument.Statement) || !only ? statements : only;
  return { PolicyName, PolicyDocument: { Statement } };
}

function matters(statement: PolicyStatement): boolean {
  const { Action, NotAction } = actionsOfStatement(statement);
  return statement.Effect === 'Deny' || NotAction !== null || Action.ofAny.length > 0 || Action.ofService.has('iam');
}
