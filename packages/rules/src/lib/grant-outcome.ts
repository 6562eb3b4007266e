import { nonEmpty, notApplicable, pass, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import type { Severity } from '../kernel/severity.ts';
import { REACH } from './action-reach.ts';
import { leftToOthers } from './administrator-holder.ts';
import { statementsAbout, type HeldStatement, type Holder } from './held-policies.ts';
import { evidenceOf, inlineGrants, judge, nothingFound, policyOf, writtenByAws } from './holder-outcome.ts';
import { holderReach } from './holder-reach.ts';
import { listed } from './listed.ts';
import { permissionsBy } from './permissions.ts';
import type { LocatedStatement } from './policy-document.ts';
import { wideGrants, type WideGrant, type Wants } from './wide-grants.ts';

type Grants<T> = NonEmpty<WideGrant<T>>;

/** Whether a user, group or role may do what it should only do on named resources. Administrators are left to their own rule. */
export function wideGrantOutcome(
  holder: Holder,
  wantsOf: (account: SnapshotAccount) => Wants,
  account: SnapshotAccount,
): Outcome {
  const because = leftToOthers(holder, account);
  return because === null ? outcomeOf(holder, wantsOf(account), 'all') : notApplicable(because);
}

/** The same of inline policies alone, administrators or not. */
export function inlineGrantOutcome(holder: Holder, wants: Wants): Outcome {
  const because = writtenByAws(holder);
  return because === null ? outcomeOf(holder, wants, 'inline') : notApplicable(because);
}

function outcomeOf(holder: Holder, wants: Wants, by: 'all' | 'inline'): Outcome {
  const bit = REACH[wants.reach];
  if ((holderReach(holder)[by] & bit) === 0) return nothingFound(holder);
  const { found, outcome } = judge(holder, {
    among: (who) => (by === 'all' ? statementsAbout(who, bit) : inlineGrants(who)),
    find: (permissions) => wideGrants(permissions, wants),
    name: ({ what }) => what,
  });
  if (outcome) return outcome;
  const statements = found.map((grant) => grant.by) as unknown as NonEmpty<HeldStatement>;
  const policies = [...new Set(statements.map(policyOf))];
  return {
    status: 'fail',
    message: `The ${holder.kind} may ${wants.verb} ${whatOf(found)} by the ${policies.length === 1 ? 'policy' : 'policies'} ${listed(policies)}${under(found)}.`,
    severity: severityOf(found),
    evidence: evidenceOf(statements),
  };
}

/** Whether a customer managed policy allows what should only be allowed on named resources. */
export function policyGrantOutcome(statements: readonly LocatedStatement[], wants: Wants): Outcome {
  const found = nonEmpty(wideGrants(permissionsBy(statements), wants));
  const evidence = nonEmpty(
    [...new Set(found?.map(({ by }) => by.pointer))].map((pointer) => ({
      pointer,
      expected: 'names the resources that are needed',
    })),
  );
  if (!found || !evidence) return pass;
  return {
    status: 'fail',
    message: `The policy allows its holders to ${wants.verb} ${whatOf(found)}${under(found)}.`,
    severity: severityOf(found),
    evidence,
  };
}

function whatOf(grants: Grants<unknown>): string {
  return listed(
    grants.map(({ what }) => what),
    6,
  );
}

/** Condition keys on which everything that is granted depends. */
function keysOf(grants: Grants<unknown>): readonly string[] {
  return grants.some(({ depends }) => depends.length === 0) ? [] : [...new Set(grants.flatMap((each) => each.depends))];
}

function under(grants: Grants<unknown>): string {
  const keys = keysOf(grants);
  return keys.length === 0 ? '' : `, under a condition on ${listed(keys)}`;
}

function severityOf(grants: Grants<unknown>): { is: Severity; because: string } | undefined {
  return keysOf(grants).length === 0
    ? undefined
    : { is: 'low', because: 'The rights hold only under a condition, which may be enough.' };
}
