import { nonEmpty, pass, unknown, type Evidence, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { RequestContext } from './condition-verdict.ts';
import {
  boundaryOf,
  groupHolder,
  heldStatements,
  statementsAbout,
  unreadPolicies,
  type HeldStatement,
  type Holder,
} from './held-policies.ts';
import { holderReach } from './holder-reach.ts';
import { permissionsBy, type Permissions } from './permissions.ts';

/** How a rule finds what is wrong with a holder's permissions. */
export interface Search<Found> {
  /** The statements that count: all, or the inline ones. */
  readonly among: (holder: Holder) => readonly HeldStatement[];
  readonly find: (permissions: Permissions<HeldStatement>, holder: Holder) => readonly Found[];
  /** Tells what was found apart. */
  readonly name: (found: Found) => string;
}

/** What was found; or what is said, where nothing counts. */
export type Judged<Found> =
  { readonly found: NonEmpty<Found>; readonly outcome: null } | { readonly found: null; readonly outcome: Outcome };

/**
 * Judges what a holder may do by its policies together, those of a user's groups included, within its permissions boundary.
 * Passes where nothing is found; unknown where a policy that could tell otherwise was not recorded.
 */
export function judge<Found>(holder: Holder, search: Search<Found>): Judged<Found> {
  const statements = search.among(holder);
  const known = knownOf(holder);
  const without = nonEmpty(foundAt(holder, { statements, boundary: null, known }, search));
  if (!without) return { found: null, outcome: nothingFound(holder) };
  const boundary = boundaryOf(holder);
  if (boundary.missing) return { found: null, outcome: unknown(boundary.missing) };
  if (boundary.statements === null) return { found: without, outcome: null };
  const found = nonEmpty(foundAt(holder, { statements, boundary: boundary.statements, known }, search));
  return found ? { found, outcome: null } : { found: null, outcome: pass };
}

/** What is said where nothing is found by the policies that are read, or by what they reach at the most nothing can be. */
export function nothingFound(holder: Holder): Outcome {
  const missing = holderReach(holder).isRead ? null : nonEmpty(unreadPolicies(holder));
  return missing ? unknown(...missing) : pass;
}

/** What is found at the holder itself. What a user has by one of its groups alone is found at the group, once for all members. */
function foundAt<Found>(
  holder: Holder,
  permissions: Permissions<HeldStatement>,
  { find, name }: Search<Found>,
): readonly Found[] {
  const together = find(permissions, holder);
  if (holder.kind !== 'user' || together.length === 0) return together;
  const ofOneGroup = holder.groups
    .map((group) => groupHolder(group, holder))
    .flatMap((group) => find(permissionsBy(heldStatements(group)), group));
  const atGroups = new Set(ofOneGroup.map(name));
  const own = find({ ...permissions, statements: permissions.statements.filter(ownOrDeny) }, holder);
  const atUser = new Set(own.map(name));
  return [...own, ...together.filter((each) => !atUser.has(name(each)) && !atGroups.has(name(each)))];
}

function ownOrDeny({ group, statement }: HeldStatement): boolean {
  return group === null || statement.Effect === 'Deny';
}

/** What every request of a user or role tells of it. */
export function knownOf({ kind, details: { Arn }, ...holder }: Holder): RequestContext {
  if (kind === 'group' || Arn === undefined) return {};
  const username = 'groups' in holder ? Arn.slice(Arn.lastIndexOf('/') + 1) : null;
  return { 'aws:principalarn': Arn, 'aws:principalaccount': Arn.split(':')[4] ?? null, 'aws:username': username };
}

/** Of a holder's statements, its own inline ones, and every Deny. */
export function inlineGrants(holder: Holder): readonly HeldStatement[] {
  return statementsAbout(holder, 0).filter(
    (each) => each.statement.Effect === 'Deny' || (each.inline && ownOrDeny(each)),
  );
}

/** Why nobody in the account can change a role's policies. */
export function writtenByAws({ kind, details: { Path = '/' } }: Holder): string | null {
  if (kind !== 'role') return null;
  if (Path.startsWith('/aws-service-role/')) return 'AWS writes the policies of a service-linked role.';
  if (Path.startsWith('/aws-reserved/sso.amazonaws.com/'))
    return 'IAM Identity Center makes the role from a permission set, and only there can it be changed.';
  return null;
}

/** A statement's policy, in words: `"deploy" of its group developers`. */
export function policyOf({ policy, group }: HeldStatement): string {
  return group === null ? `"${policy}"` : `"${policy}" of its group ${group}`;
}

/** The evidence of several statements, each pointer once. */
export function evidenceOf(statements: NonEmpty<HeldStatement>): NonEmpty<Evidence> {
  const all = statements.flatMap(({ evidence }) => evidence);
  return [
    ...new Map(all.map((each) => [`${each.of?.id ?? ''} ${each.pointer}`, each])).values(),
  ] as unknown as NonEmpty<Evidence>;
}
