import type { GroupDetail, InlinePolicy, RoleDetail, UserDetail } from '@plumbline/model';
import { attachedArns, boundaryArn, defaultDocument, type AttachedPolicy } from '../aws/relations/iam.ts';
import type { Evidence, Missing, NonEmpty } from '../kernel/outcome.ts';
import { statementsOf, type LocatedStatement } from './policy-document.ts';

export type HolderKind = 'user' | 'group' | 'role';

/** A user, group or role, and the managed policies that it has. */
export type Holder = { readonly managed: readonly AttachedPolicy[] } & (
  | { readonly kind: 'user'; readonly details: UserDetail }
  | { readonly kind: 'group'; readonly details: GroupDetail }
  | { readonly kind: 'role'; readonly details: RoleDetail }
);

/** A statement of one of the holder's policies. */
export interface HeldStatement extends LocatedStatement {
  /** Name of the policy that the statement is in. */
  readonly policy: string;
  readonly inline: boolean;
  /** The statement, and what leads to it from the holder. */
  readonly evidence: NonEmpty<Evidence>;
}

const EXPECTED = 'allows only the actions and resources that are needed';

export function heldStatements(holder: Holder): readonly HeldStatement[] {
  return [...inlineStatements(holder), ...attachedStatements(holder)];
}

function inlineStatements(holder: Holder): readonly HeldStatement[] {
  const { field, policies } = inlinePolicies(holder);
  return policies.flatMap(({ PolicyName = '', PolicyDocument = {} }, index) =>
    statementsOf(PolicyDocument).map((located) => ({
      ...located,
      policy: PolicyName,
      inline: true,
      evidence: [
        { pointer: `/authorizationDetails/${field}/${index}/PolicyDocument${located.pointer}`, expected: EXPECTED },
        { pointer: `/authorizationDetails/${field}/${index}/PolicyName`, expected: 'names the policy', ok: true },
      ],
    })),
  );
}

export function inlinePolicies(holder: Holder): { readonly field: string; readonly policies: readonly InlinePolicy[] } {
  switch (holder.kind) {
    case 'user':
      return { field: 'UserPolicyList', policies: holder.details.UserPolicyList ?? [] };
    case 'group':
      return { field: 'GroupPolicyList', policies: holder.details.GroupPolicyList ?? [] };
    case 'role':
      return { field: 'RolePolicyList', policies: holder.details.RolePolicyList ?? [] };
  }
}

function attachedStatements(holder: Holder): readonly HeldStatement[] {
  return attachedArns(holder.details).flatMap((arn, index) => {
    const attachment = {
      pointer: `/authorizationDetails/AttachedManagedPolicies/${index}/PolicyArn`,
      expected: 'is a policy without full rights',
    };
    const policy = holder.managed.find(({ id }) => id === arn);
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const version = policy && defaultDocument(policy.facets);
    if (version)
      return statementsOf(version.document).map((located): HeldStatement => ({
        ...located,
        policy: name,
        inline: false,
        evidence: [attachment, { pointer: version.pointer + located.pointer, expected: EXPECTED, of: policy }],
      }));
    const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
    return isAdministratorAccess(arn)
      ? [{ statement, pointer: '', policy: name, inline: false, evidence: [attachment] }]
      : [];
  });
}

/** The attached policies whose documents the recording does not have. */
export function unreadPolicies({ details, managed }: Holder): readonly Missing[] {
  return attachedArns(details)
    .filter((arn) => !isRead(arn, managed))
    .map(notRecorded);
}

/** What the permissions boundary allows at the most: `null` without one, `missing` where the recording does not have it. */
export function boundaryOf({ details, managed }: Holder): {
  readonly statements: readonly LocatedStatement[] | null;
  readonly missing: Missing | null;
} {
  const arn = boundaryArn(details);
  if (arn === undefined || isAdministratorAccess(arn)) return { statements: null, missing: null };
  if (!isRead(arn, managed)) return { statements: null, missing: notRecorded(arn) };
  const policy = managed.find(({ id }) => id === arn);
  const version = policy && defaultDocument(policy.facets);
  return { statements: statementsOf(version?.document ?? {}), missing: null };
}

function isRead(arn: string, managed: readonly AttachedPolicy[]): boolean {
  if (isAdministratorAccess(arn)) return true;
  const policy = managed.find(({ id }) => id === arn);
  return policy !== undefined && defaultDocument(policy.facets) !== null;
}

/** AWS's own policy, whose document everyone knows. */
function isAdministratorAccess(arn: string): boolean {
  return /^arn:[\w-]+:iam::aws:policy\/AdministratorAccess$/.test(arn);
}

function notRecorded(arn: string): Missing {
  return {
    fact: 'AWS::IAM::ManagedPolicy.authorizationDetails',
    reason: 'NOT_RECORDED',
    action: 'iam:GetAccountAuthorizationDetails',
    message: `The recording does not have the document of ${arn}.`,
  };
}
