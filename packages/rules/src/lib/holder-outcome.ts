import { nonEmpty, pass, unknown, type Evidence, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import { isAdministrator } from './administrator-holder.ts';
import { boundaryOf, heldStatements, unreadPolicies, type HeldStatement, type Holder } from './held-policies.ts';
import type { Permissions } from './permissions.ts';

/**
 * Judges what a holder may do by its policies together, within its permissions boundary: `find` tells what is wrong with some
 * permissions. Passes where nothing is; unknown where a policy that could tell otherwise was not recorded.
 */
export function judge<Found>(
  holder: Holder,
  statements: readonly HeldStatement[],
  find: (permissions: Permissions<HeldStatement>) => Found | null,
): { readonly found: Found; readonly outcome: null } | { readonly found: null; readonly outcome: Outcome } {
  if (find({ statements, boundary: null }) === null) {
    const missing = nonEmpty(unreadPolicies(holder));
    return { found: null, outcome: missing ? unknown(...missing) : pass };
  }
  const boundary = boundaryOf(holder);
  if (boundary.missing) return { found: null, outcome: unknown(boundary.missing) };
  const found = find({ statements, boundary: boundary.statements });
  return found === null ? { found: null, outcome: pass } : { found, outcome: null };
}

/** Of a holder's statements, the inline ones, and every Deny. */
export function inlineGrants(holder: Holder): readonly HeldStatement[] {
  return heldStatements(holder).filter(({ inline, statement }) => inline || statement.Effect === 'Deny');
}

/** Why a holder is left to another rule: AWS writes its policies, or it has every right. */
export function leftToOthers(holder: Holder): string | null {
  return writtenByAws(holder) ?? (isAdministrator(holder) ? alreadyAdministrator(holder) : null);
}

function alreadyAdministrator({ kind }: Holder): string {
  return `The ${kind} is a full administrator: aws-iam-${kind}-holds-no-full-admin tells of that.`;
}

/** Why nobody in the account can change a role's policies. */
export function writtenByAws({ kind, details: { Path = '/' } }: Holder): string | null {
  if (kind !== 'role') return null;
  if (Path.startsWith('/aws-service-role/')) return 'AWS writes the policies of a service-linked role.';
  if (Path.startsWith('/aws-reserved/sso.amazonaws.com/'))
    return 'IAM Identity Center makes the role from a permission set, and only there can it be changed.';
  return null;
}

/** The evidence of several statements, each pointer once. */
export function evidenceOf(statements: NonEmpty<HeldStatement>): NonEmpty<Evidence> {
  const all = statements.flatMap(({ evidence }) => evidence);
  return [
    ...new Map(all.map((each) => [`${each.of?.id ?? ''} ${each.pointer}`, each])).values(),
  ] as unknown as NonEmpty<Evidence>;
}
