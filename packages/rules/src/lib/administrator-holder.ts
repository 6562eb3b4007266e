import type { Outcome } from '../kernel/outcome.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import type { Severity } from '../kernel/severity.ts';
import { REACH } from './action-reach.ts';
import { administratorGrant } from './administrator-access.ts';
import { boundaryOf, heldStatements, type HeldStatement, type Holder } from './held-policies.ts';
import { judge, knownOf, nothingFound, policyOf, writtenByAws, type Judged } from './holder-outcome.ts';
import { holderReach, type HolderReach } from './holder-reach.ts';
import { listed } from './listed.ts';
import { oncePer } from './once-per.ts';
import type { Granted } from './permissions.ts';

/** Whether a user, group or role is an administrator by its policies together, within its permissions boundary. */
export function administratorOutcome(
  holder: Holder,
  account: SnapshotAccount,
  severity?: () => { readonly is: Severity; readonly because: string } | undefined,
): Outcome {
  if (!mayBeAdministrator(holderReach(holder))) return nothingFound(holder);
  const { found, outcome } = judged(holder, account);
  if (outcome) return outcome;
  const [{ by, depends }] = found;
  const conditional = depends.length > 0;
  return {
    status: 'fail',
    message: `The ${holder.kind} may do everything on every resource by the policy ${policyOf(by)}${conditional ? `, under a condition on ${listed(depends)}` : ''}.`,
    severity: conditional ? { is: 'medium', because: 'The rights hold only under a condition.' } : severity?.(),
    evidence: by.evidence,
  };
}

/** Why a holder is left to another rule: AWS writes its policies, or it has every right already. */
export function leftToOthers(holder: Holder, account: SnapshotAccount): string | null {
  const reach = holderReach(holder);
  const byAws = writtenByAws(holder);
  if (byAws !== null || !mayBeAdministrator(reach)) return byAws;
  const { kind } = holder;
  if (judged(holder, account).found)
    return `The ${kind} is a full administrator: aws-iam-${kind}-holds-no-full-admin tells of that.`;
  return kind === 'user' && isAdministrator(holder, account)
    ? `The ${kind} is a full administrator by its group: aws-iam-group-holds-no-full-admin tells of that.`
    : null;
}

function judged(holder: Holder, account: SnapshotAccount): Judged<Granted<HeldStatement>> {
  return (lastJudged(holderReach(holder)).judged ??= judge(holder, {
    among: heldStatements,
    find: (permissions) => {
      const grant = administratorGrant(permissions, account);
      return grant ? [grant] : [];
    },
    name: () => 'administrator',
  }));
}

/** What was said of a holder: several rules ask, one after the other. */
const lastJudged = oncePer((_reach: HolderReach): { judged?: Judged<Granted<HeldStatement>> } => ({}));

function mayBeAdministrator({ all }: HolderReach): boolean {
  return (all & REACH.everything) !== 0;
}

function isAdministrator(holder: Holder, account: SnapshotAccount): boolean {
  const { statements: boundary, missing } = boundaryOf(holder);
  const permissions = { statements: heldStatements(holder), boundary, known: knownOf(holder) };
  return missing === null && administratorGrant(permissions, account) !== null;
}
