import type { GroupDetail, InlinePolicy, PolicyStatement, RoleDetail, UserDetail } from '@plumbline/model';
import { attachedArns, boundaryArn, type AttachedPolicy, type GroupOfUser } from '../aws/relations/iam.ts';
import type { Evidence, Missing, NonEmpty } from '../kernel/outcome.ts';
import { defaultDocument, deniesOrReaches } from './managed-policy.ts';
import { oncePer } from './once-per.ts';
import { statementsOf, type LocatedStatement } from './policy-document.ts';

export type HolderKind = 'user' | 'group' | 'role';

/** The managed policies that a holder has: its own, its permissions boundary, and those of its groups. Others may be among them. */
interface Managed {
  readonly managed: readonly AttachedPolicy[];
}

export interface GroupHolder extends Managed {
  readonly kind: 'group';
  readonly details: GroupDetail;
}

/** A user has what its groups have. */
export interface UserHolder extends Managed {
  readonly kind: 'user';
  readonly details: UserDetail;
  readonly groups: readonly GroupOfUser[];
}

export interface RoleHolder extends Managed {
  readonly kind: 'role';
  readonly details: RoleDetail;
}

export type Holder = UserHolder | GroupHolder | RoleHolder;

/** A statement of one of the holder's policies. */
export interface HeldStatement extends LocatedStatement {
  /** Name of the policy that the statement is in. */
  readonly policy: string;
  readonly inline: boolean;
  /** Name of the group through which a user has it; `null`: it is the holder's own. */
  readonly group: string | null;
  /** The statement, and what leads to it from the holder. */
  readonly evidence: NonEmpty<Evidence>;
}

const EXPECTED = 'allows only the actions and resources that are needed';

/** The same list for each rule that asks for one holder, one after the other. */
export function heldStatements(holder: Holder): readonly HeldStatement[] {
  const groups = 'groups' in holder ? holder.groups : null;
  const held = lastHeld(holder.details);
  if (held.statements === null || held.managed !== holder.managed || held.groups !== groups)
    Object.assign(held, { managed: holder.managed, groups, statements: statementsHeld(holder) });
  return held.statements ?? [];
}

/**
 * Those of a holder's statements that may allow what these bits of `REACH` stand for, and every Deny. Others are among them: it is asked
 * of managed policies as a whole, so that most of their documents need not be read.
 */
export function statementsAbout(holder: Holder, bits: number): readonly HeldStatement[] {
  if (holder.kind === 'user' && holder.groups.length > 0) return heldStatements(holder);
  const counts = ({ summary = null }: AttachedPolicy) => summary === null || deniesOrReaches(summary, bits);
  return [...inlineStatements(holder), ...attachedStatements(holder, counts)];
}

/** Of a holder, what its statements were last read from, and the statements. */
const lastHeld = oncePer((_details: Holder['details']): Held => ({ managed: [], groups: null, statements: null }));

interface Held {
  managed: Holder['managed'];
  groups: readonly GroupOfUser[] | null;
  statements: readonly HeldStatement[] | null;
}

function statementsHeld(holder: Holder): readonly HeldStatement[] {
  const own = [...inlineStatements(holder), ...attachedStatements(holder)];
  if (holder.kind !== 'user') return own;
  const ofGroups = holder.groups.flatMap((group) =>
    heldStatements(groupHolder(group, holder)).map((each): HeldStatement => {
      const [first, ...rest] = each.evidence;
      return {
        ...each,
        group: group.name,
        evidence: [{ of: group, ...first }, ...rest.map((item) => ({ of: group, ...item }))],
      };
    }),
  );
  return [...own, ...ofGroups];
}

export function groupHolder({ facets }: GroupOfUser, { managed }: UserHolder): GroupHolder {
  return { kind: 'group', details: facets.authorizationDetails, managed };
}

/** Its evidence is made when it is asked for: that of most statements never is. */
class OwnStatement implements HeldStatement {
  readonly statement: PolicyStatement;
  readonly pointer: string;
  readonly policy: string;
  readonly inline: boolean;
  readonly group = null;
  readonly #evidence: () => NonEmpty<Evidence>;

  constructor(
    { statement, pointer }: LocatedStatement,
    { policy, inline }: Pick<HeldStatement, 'policy' | 'inline'>,
    evidence: () => NonEmpty<Evidence>,
  ) {
    this.statement = statement;
    this.pointer = pointer;
    this.policy = policy;
    this.inline = inline;
    this.#evidence = evidence;
  }

  get evidence(): NonEmpty<Evidence> {
    return this.#evidence();
  }
}

function inlineStatements(holder: Holder): readonly HeldStatement[] {
  const { field, policies } = inlinePolicies(holder);
  return policies.flatMap(({ PolicyName = '', PolicyDocument = {} }, index) =>
    statementsOf(PolicyDocument).map(
      (located): HeldStatement =>
        new OwnStatement(located, { policy: PolicyName, inline: true }, () => [
          { pointer: `/authorizationDetails/${field}/${index}/PolicyDocument${located.pointer}`, expected: EXPECTED },
          { pointer: `/authorizationDetails/${field}/${index}/PolicyName`, expected: 'names the policy', ok: true },
        ]),
    ),
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

function attachedStatements(
  { details, managed }: Holder,
  counts: (policy: AttachedPolicy) => boolean = () => true,
): readonly HeldStatement[] {
  return attachedArns(details).flatMap((arn, index) => {
    const attachment = () => ({
      pointer: `/authorizationDetails/AttachedManagedPolicies/${index}/PolicyArn`,
      expected: 'is a policy without full rights',
    });
    const held = { policy: arn.slice(arn.lastIndexOf('/') + 1), inline: false };
    const policy = managed.find(({ id }) => id === arn);
    if (policy && !counts(policy)) return [];
    const version = policy && defaultDocument(policy.facets);
    if (version)
      return statementsOf(version.document).map(
        (located): HeldStatement =>
          new OwnStatement(located, held, () => [
            attachment(),
            { pointer: version.pointer + located.pointer, expected: EXPECTED, of: policy },
          ]),
      );
    const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
    return isAdministratorAccess(arn) ? [new OwnStatement({ statement, pointer: '' }, held, () => [attachment()])] : [];
  });
}

/** The policies, of the holder and its groups, whose documents the recording does not have. */
export function unreadPolicies(holder: Holder): readonly Missing[] {
  const groups = holder.kind === 'user' ? holder.groups.map(({ facets }) => facets.authorizationDetails) : [];
  return [holder.details, ...groups]
    .flatMap(attachedArns)
    .filter((arn) => !isRead(arn, holder.managed))
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
export function isAdministratorAccess(arn: string): boolean {
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
