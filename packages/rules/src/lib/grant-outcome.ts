import { nonEmpty, notApplicable, pass, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { heldStatements, type HeldStatement, type Holder } from './held-policies.ts';
import { evidenceOf, inlineGrants, judge, leftToOthers, writtenByAws } from './holder-outcome.ts';
import { listed } from './listed.ts';
import type { LocatedStatement } from './policy-document.ts';
import { wideGrants, type WideGrant, type Wants } from './wide-grants.ts';

type Grants<T> = NonEmpty<WideGrant<T>>;

/** Whether a user, group or role may do what it should only do on named resources. Administrators are left to their own rule. */
export function wideGrantOutcome(holder: Holder, wants: Wants, eased: Severity): Outcome {
  const because = leftToOthers(holder);
  if (because !== null) return notApplicable(because);
  return outcomeOf(holder, heldStatements(holder), wants, eased);
}

/** The same of inline policies alone, administrators or not. */
export function inlineGrantOutcome(holder: Holder, wants: Wants, eased: Severity): Outcome {
  const because = writtenByAws(holder);
  return because === null ? outcomeOf(holder, inlineGrants(holder), wants, eased) : notApplicable(because);
}

function outcomeOf(holder: Holder, statements: readonly HeldStatement[], wants: Wants, eased: Severity): Outcome {
  const { found, outcome } = judge(holder, statements, (permissions) => nonEmpty(wideGrants(permissions, wants)));
  if (outcome) return outcome;
  const by = found.map((grant) => grant.by) as unknown as NonEmpty<HeldStatement>;
  const policies = [...new Set(by.map(({ policy }) => `"${policy}"`))];
  return {
    status: 'fail',
    message: `The ${holder.kind} may ${wants.verb} ${whatOf(found)} by the ${policies.length === 1 ? 'policy' : 'policies'} ${listed(policies)}${under(found)}.`,
    severity: severityOf(found, eased),
    evidence: evidenceOf(by),
  };
}

/** Whether a customer managed policy allows what should only be allowed on named resources. */
export function policyGrantOutcome(statements: readonly LocatedStatement[], wants: Wants, eased: Severity): Outcome {
  const found = nonEmpty(wideGrants({ statements, boundary: null }, wants));
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
    severity: severityOf(found, eased),
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

function severityOf(grants: Grants<unknown>, eased: Severity): { is: Severity; because: string } | undefined {
  return keysOf(grants).length === 0
    ? undefined
    : { is: eased, because: 'The rights hold only under a condition, which may be enough.' };
}
