import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import type { Severity } from '../kernel/severity.ts';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { namedPrincipals } from './named-principals.ts';
import {
  coversAction,
  isEveryone,
  principalsOf,
  statementsOf,
  touchesAction,
  type LocatedStatement,
} from './policy-document.ts';
import { keepsPublicOut, spared } from './public-condition.ts';
import { hasWildcard } from './wildcard.ts';

/** A statement of a trust policy that lets somebody assume the role. */
export interface Trust extends LocatedStatement {
  /** What a request must meet: the statement's own conditions, and those that a Deny of everyone else spares. */
  readonly conditions: readonly Condition[];
}

/** A statement of a trust policy that lets in more than it should. */
export interface OpenTrust extends LocatedStatement {
  /** Who: `anyone with an AWS account`. */
  readonly who: string;
  /** Where it is worse or not as bad as what its rule says. */
  readonly severity?: { readonly is: Severity; readonly because: string } | undefined;
}

const ASSUME = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/** The statements that let somebody assume the role by one of the actions, less those that are denied again. */
export function trusts(policy: PolicyDocument, actions = ASSUME): readonly Trust[] {
  const found: Trust[] = [];
  let denies: readonly PolicyStatement[] | null = null;
  for (const { statement, pointer } of statementsOf(policy)) {
    const left = statement.Effect === 'Allow' ? actions.filter((action) => isAbout(statement, action)) : [];
    if (left.length === 0) continue;
    denies ??= deniesOfEveryone(policy);
    const taking = denies.filter((deny) => left.every((action) => coversAction(deny, action)));
    if (taking.some((deny) => strangersTo(deny).length === 0)) continue;
    const own = conditionsOf(statement);
    found.push({ statement, pointer, conditions: taking.length > 0 ? [...own, ...taking.flatMap(demandOf)] : own });
  }
  return found;
}

/** Whether a statement is about some of an action; most write one without wildcards. */
function isAbout(statement: PolicyStatement, action: string): boolean {
  const { Action, NotAction } = statement;
  if (NotAction === undefined && typeof Action === 'string' && !hasWildcard(Action))
    return Action === action || (Action.length === action.length && Action.toLowerCase() === action.toLowerCase());
  return touchesAction(statement, action);
}

function deniesOfEveryone(policy: PolicyDocument): readonly PolicyStatement[] {
  const denies: PolicyStatement[] = [];
  for (const { statement } of statementsOf(policy))
    if (statement.Effect === 'Deny' && principalsOf(statement.Principal).some(isEveryone)) denies.push(statement);
  return denies;
}

/** Conditions of a Deny but those that are true of every caller who is no service of AWS. */
function strangersTo(deny: PolicyStatement): readonly Condition[] {
  return conditionsOf(deny).filter(
    ({ key, values }) => key !== 'aws:principalisawsservice' || !values.every((each) => /^false$/i.test(each)),
  );
}

/** With several conditions a Deny is escaped by any of them, so that none is demanded. */
function demandOf(deny: PolicyStatement): readonly Condition[] {
  const [first, ...others] = strangersTo(deny);
  const demand = first && others.length === 0 ? spared(first) : null;
  return demand ? [demand] : [];
}

/** The statements that let everyone assume the role. */
export function openTrusts(policy: PolicyDocument): readonly OpenTrust[] {
  if (!namedPrincipals(policy).open) return [];
  return trusts(policy).flatMap(({ conditions, ...located }) => {
    const open = conditions.some((each) => keepsPublicOut(each)) ? null : strangers(located.statement, conditions);
    return open === null ? [] : [{ ...located, ...open }];
  });
}

function strangers(
  statement: PolicyStatement,
  conditions: readonly Condition[],
): Pick<OpenTrust, 'who' | 'severity'> | null {
  if (statement.NotPrincipal !== undefined) return { who: 'everyone whom NotPrincipal does not name' };
  const principals = principalsOf(statement.Principal);
  if (principals.some(isEveryone)) {
    const severity = asksForExternalId(conditions)
      ? ({
          is: 'high',
          because: 'The caller must know the external ID, which AWS does not treat as a secret.',
        } as const)
      : undefined;
    return { who: 'anyone with an AWS account', severity };
  }
  const odd = principals.find(({ name }) => hasWildcard(name));
  return odd ? { who: `whoever "${odd.name}" stands for, which is no principal AWS knows` } : null;
}

export function asksForExternalId(conditions: readonly Condition[]): boolean {
  return conditions.some(
    (each) => each.key === 'sts:externalid' && holdsFor(each, (value) => isFixed(value, each.operator)),
  );
}

/** Whether a condition is one of equality that a request must meet, and all its values pass the test. */
export function holdsFor(condition: Condition, test: (value: string) => boolean): boolean {
  const { operator, values } = condition;
  return (
    requiresKey(condition) && EQUALITY_OPERATORS[operator] !== undefined && values.length > 0 && values.every(test)
  );
}
