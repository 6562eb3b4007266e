import { nonEmpty, pass, unknown, type Outcome } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { administratorStatement, isConditional } from './administrator-access.ts';
import { boundaryOf, heldStatements, unreadPolicies, type Holder } from './held-policies.ts';

/** Whether a user, group or role is an administrator by its own inline and attached policies, within its permissions boundary. */
export function administratorOutcome(
  holder: Holder,
  severity?: { readonly is: Severity; readonly because: string },
): Outcome {
  const found = administratorStatement(heldStatements(holder));
  if (!found) {
    const missing = nonEmpty(unreadPolicies(holder));
    return missing ? unknown(...missing) : pass;
  }
  const boundary = boundaryOf(holder);
  if (boundary.missing) return unknown(boundary.missing);
  if (boundary.statements && !administratorStatement(boundary.statements)) return pass;
  const conditional = isConditional(found.statement);
  return {
    status: 'fail',
    message: `The ${holder.kind} may do everything on every resource by the policy "${found.policy}"${conditional ? ', under a condition' : ''}.`,
    severity: conditional ? { is: 'medium', because: 'The rights hold only under a condition.' } : severity,
    evidence: found.evidence,
  };
}

/** Whether a holder has every right already, so that rules about some rights have nothing to add. */
export function isAdministrator(holder: Holder): boolean {
  return administratorOutcome(holder).status === 'fail';
}
