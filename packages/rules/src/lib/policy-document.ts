import type { OneOrMany, PolicyDocument, PolicyPrincipal, PolicyStatement } from '@plumbline/model';
import { spend } from '../kernel/effort.ts';
import { pointer } from '../kernel/json-pointer.ts';
import { inOrder } from './in-order.ts';
import { actionsOfStatement, actionText, someCover, someOverlap } from './action-patterns.ts';
import { oncePer } from './once-per.ts';
import { covers, hasWildcard, overlaps } from './wildcard.ts';

export interface LocatedStatement {
  readonly statement: PolicyStatement;
  /** JSON Pointer from the document: `/Statement/0`, or `/Statement` where it is not in a list. */
  readonly pointer: string;
}

/** The statements of a policy: read once, for all the rules that ask. */
export function statementsOf(policy: PolicyDocument): readonly LocatedStatement[] {
  return policy.Statement === undefined ? [] : statementsIn(policy);
}

const statementsIn = oncePer((policy: PolicyDocument): readonly LocatedStatement[] =>
  listOf(policy.Statement).map((statement, index) => ({ statement, pointer: statementPointer(policy, index) })),
);

export function statementPointer({ Statement }: PolicyDocument, index: number): string {
  return Array.isArray(Statement) ? pointer('Statement', index) : pointer('Statement');
}

export function listOf<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: OneOrMany<T>): value is readonly T[] {
  return Array.isArray(value);
}

/** A principal as kind and name; `"*"` is `AWS *`, which says the same. */
export interface Principal {
  readonly kind: string;
  readonly name: string;
}

export function principalsOf(principal: PolicyPrincipal | undefined): readonly Principal[] {
  spend(1);
  if (principal === undefined) return [];
  if (typeof principal === 'string') return [{ kind: 'AWS', name: principal }];
  return inOrder(principal).flatMap(([kind, names]) => listOf(names).map((name) => ({ kind, name })));
}

export function isEveryone({ kind, name }: Principal): boolean {
  return kind === 'AWS' && name === '*';
}

/** Whether everyone is among those whom a principal names. */
export function namesEveryone(principal: PolicyPrincipal | undefined): boolean {
  if (principal === undefined) return false;
  if (typeof principal === 'string') return principal === '*';
  const names = principal['AWS'];
  return typeof names === 'string' ? names === '*' : listOf(names).includes('*');
}

/** Whether a statement is about every action that the pattern stands for. Actions do not tell cases apart. */
export function coversAction(statement: PolicyStatement, action: string): boolean {
  if (statement.Action === action && statement.NotAction === undefined) return true;
  const { Action, NotAction } = actionsOfStatement(statement);
  const wanted = actionText(action);
  return NotAction ? !someOverlap(NotAction, wanted) : someCover(Action, wanted);
}

/** Whether a statement is about some action that the pattern stands for. */
export function touchesAction(statement: PolicyStatement, action: string): boolean {
  const { Action, NotAction } = actionsOfStatement(statement);
  const wanted = actionText(action);
  return NotAction ? !someCover(NotAction, wanted) : someOverlap(Action, wanted);
}

/** Whether a statement is about every resource that the pattern stands for. */
export function coversResource({ Resource, NotResource }: PolicyStatement, resource: string): boolean {
  if (NotResource !== undefined) return !listOf(NotResource).some((each) => overlaps(each, resource));
  return listOf(Resource).some((each) => covers(each, resource));
}

/** Whether a statement is about some resource that the pattern stands for. */
export function touchesResource({ Resource, NotResource }: PolicyStatement, resource: string): boolean {
  if (NotResource !== undefined) return !listOf(NotResource).some((each) => covers(each, resource));
  return listOf(Resource).some((each) => overlaps(each, resource));
}

/** Whether a statement's resource can be one of a service: `*`, or an ARN whose service segment is it. */
export function canBeOf(resource: string, service: string): boolean {
  const [, , segment] = resource.split(':');
  return segment === undefined ? hasWildcard(resource) : overlaps(segment, service);
}
