import { nonEmpty, notApplicable, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import { REACH } from './action-reach.ts';
import { leftToOthers } from './administrator-holder.ts';
import { openWays } from './escalation.ts';
import { heldStatements, type HeldStatement, type Holder } from './held-policies.ts';
import { evidenceOf, judge, nothingFound } from './holder-outcome.ts';
import { holderReach, type HolderReach } from './holder-reach.ts';
import { listed } from './listed.ts';

/** Whether a user, group or role can give itself the rights it lacks. */
export function escalationOutcome(holder: Holder, account: SnapshotAccount): Outcome {
  const because = leftToOthers(holder, account);
  if (because !== null) return notApplicable(because);
  if (!mayEscalate(holderReach(holder))) return nothingFound(holder);
  const { found, outcome } = judge(holder, {
    among: heldStatements,
    find: (permissions, who) => openWays(who, account, permissions),
    name: ({ what, actions }) => [what, ...actions].join(' '),
  });
  if (outcome) return outcome;
  const certain = nonEmpty(found.filter(({ depends }) => depends.length === 0));
  const [first, ...others] = certain ?? found;
  const more = [...new Set(others.map(({ actions }) => actions.join(' with ')))];
  const keys = certain ? [] : [...new Set(found.flatMap(({ depends }) => depends))];
  const statements = (certain ?? found).flatMap(({ by }) => by) as unknown as NonEmpty<HeldStatement>;
  return {
    status: 'fail',
    message: `The ${holder.kind} can ${first.what} by ${listed(first.actions)}${
      keys.length > 0 ? `, under a condition on ${listed(keys)}` : ''
    }${more.length > 0 ? `; other ways: ${listed(more)}` : ''}.`,
    severity:
      keys.length > 0
        ? { is: 'medium', because: 'The rights hold only under a condition, which may be enough.' }
        : undefined,
    evidence: evidenceOf(statements),
  };
}

/** Whether a way may begin, or every role may be passed to a service that runs something with it. */
export function mayEscalate({ all }: HolderReach): boolean {
  return (all & REACH.beginsWay) !== 0 || ((all & REACH.passRole) !== 0 && (all & REACH.runsAsRole) !== 0);
}
