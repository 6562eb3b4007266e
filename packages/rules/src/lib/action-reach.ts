import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import { ESCALATION_WAYS } from './escalation-ways.ts';
import { shareOf } from './iam-actions.ts';
import { perPattern } from './per-pattern.ts';
import { listOf } from './policy-document.ts';
import { ALL_OF_A_KIND, DATA_READS, DECRYPTS, EVERY_ACTION, PASS_ROLE } from './asked-actions.ts';
import { covers, hasWildcard } from './wildcard.ts';

/**
 * What rules ask of the policies of a holder, a bit each. What an Allow reaches is told from its actions alone, and from whether it
 * names single resources: it may reach less, never more. So a rule whose bits a holder lacks passes without a look at conditions,
 * at Denys or at the permissions boundary; where the bits are there, it looks at everything.
 */
export const REACH = {
  /** Every action, on more than single resources. */
  everything: 1,
  /** The actions of {@link PASS_ROLE}, {@link DATA_READS} and {@link DECRYPTS}, on more than single resources. */
  passRole: 2,
  dataReads: 4,
  decrypt: 8,
  /** An action with which a way to more rights begins, other than passing every role to a service. */
  beginsWay: 16,
  /** An action by which a service runs something with the role that it is passed. */
  runsAsRole: 32,
  /** So many actions by wildcards that they may be all of a service. */
  wholeService: 64,
} as const;

export const REACHES_ALL = 127;

/** Of an action: it has a wildcard, so that it may be one of those that together are all of a service. */
const WILDCARD = 128;

/** These are asked for on all there is of a kind: `arn:aws:iam::111122223333:role/*`. */
const ON_MANY = REACH.everything | REACH.passRole | REACH.dataReads | REACH.decrypt;

const passing = ESCALATION_WAYS.filter(({ needs: [first] }) => first.action === PASS_ROLE);
const others = ESCALATION_WAYS.filter((way) => !passing.includes(way));

const ASKED: readonly (readonly [number, readonly string[]])[] = [
  [REACH.everything, [EVERY_ACTION]],
  [REACH.passRole, [PASS_ROLE]],
  [REACH.dataReads, DATA_READS],
  [REACH.decrypt, DECRYPTS],
  [REACH.beginsWay, others.map(({ needs: [first] }) => first.action)],
  [REACH.runsAsRole, passing.flatMap(({ needs: [, second] }) => second?.action ?? [])],
];

const asked = ASKED.flatMap(([bit, actions]) => actions.map((action) => ({ bit, action: action.toLowerCase() })));

/** What the statements of a document reach by their actions, `wholeService` left out. */
export function documentReach({ Statement }: PolicyDocument): number {
  let reach = 0;
  for (const statement of listOf(Statement)) reach |= reachOf(statement);
  return reach & REACHES_ALL;
}

/** The same with `wholeService`, which takes longer to tell. */
export function reachWithServices({ Statement }: PolicyDocument): number {
  let reach = 0;
  for (const statement of listOf(Statement)) {
    const bits = reachOf(statement);
    reach |= bits & WILDCARD && mayBeWhole(statement) ? bits | REACH.wholeService : bits;
  }
  return reach & REACHES_ALL;
}

function reachOf(statement: PolicyStatement): number {
  const { Effect, Action, NotAction } = statement;
  if (Effect !== 'Allow') return 0;
  if (NotAction !== undefined) return REACHES_ALL;
  let bits = 0;
  for (const pattern of listOf(Action)) bits |= ofPattern(pattern);
  return bits & ON_MANY && !mayBeOnAll(statement) ? bits & ~ON_MANY : bits;
}

/** Whether a statement may be on all resources of some kind, of this account or another. */
function mayBeOnAll({ Resource, NotResource }: PolicyStatement): boolean {
  return NotResource !== undefined || listOf(Resource).some(mayBeAll);
}

/** What is asked for ends in a wildcard, so a pattern that covers it does too. With no other before it, its parts are those of an ARN. */
function mayBeAll(resource: string): boolean {
  if (!resource.endsWith('*') && !resource.endsWith('?')) return false;
  const start = localPart(resource);
  if (start < 0) return true;
  // Most begin otherwise than whatever is asked for.
  if (!BEGINNINGS.has(resource.charAt(start))) return false;
  const local = resource.slice(start);
  return KINDS.some((all) => covers(local, all));
}

const KINDS: readonly string[] = Object.values(ALL_OF_A_KIND);
const BEGINNINGS = new Set(['*', '?', ...KINDS.map((all) => all.charAt(0))]);

/** Where the part of an ARN begins that is its service's own; -1 where there is none, or a wildcard before it. */
function localPart(arn: string): number {
  let at = 0;
  for (let part = 0; part < 5; part++) {
    at = arn.indexOf(':', at) + 1;
    if (at === 0) return -1;
  }
  const star = arn.indexOf('*');
  const mark = arn.indexOf('?');
  return (star >= 0 && star < at) || (mark >= 0 && mark < at) ? -1 : at;
}

const ofOddPattern = perPattern((pattern) => {
  const text = pattern.toLowerCase();
  return asked.reduce(
    (bits, { bit, action }) => (covers(text, action) ? bits | bit : bits),
    hasWildcard(text) ? WILDCARD : 0,
  );
});

/** The actions that are asked for, by length and last letter in either case: nearly all that policies write are told from them by that. */
const byShape = Array<readonly string[] | undefined>(64 * 32).fill(undefined);
for (const text of new Set(ASKED.flatMap(([, actions]) => actions)))
  byShape[shapeOf(text)] = [...(byShape[shapeOf(text)] ?? []), text];

function shapeOf(action: string): number {
  return (action.length % 64) * 32 + (action.charCodeAt(action.length - 1) % 32);
}

function ofPattern(pattern: string): number {
  if (hasWildcard(pattern)) return ofOddPattern(pattern);
  const alike = byShape[shapeOf(pattern)];
  if (!alike) return 0;
  // As AWS writes it, as nearly all do: a text that was looked for before is found sooner.
  for (const text of alike) if (text === pattern) return ofOddPattern(text);
  return ofOddPattern(pattern);
}

/** Whether the wildcards among the actions of a statement stand for as many as a service has. */
function mayBeWhole({ Action }: PolicyStatement): boolean {
  let parts = 0;
  for (const pattern of listOf(Action)) if (hasWildcard(pattern)) parts += partOfService(pattern);
  // Parts of several services are added up too, and a sum of fractions may be a little less than 1.
  return parts > 0.999;
}

/** The part of a service's actions that a pattern with a wildcard stands for; 1, where it is of several services. */
function partOfService(pattern: string): number {
  const share = shareOf(pattern);
  return share ? share.matched / share.of : 1;
}
