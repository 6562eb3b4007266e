import type { PolicyStatement } from '@plumbline/model';
import { conditionsOf } from './condition.ts';
import { verdictOf, type RequestContext } from './condition-verdict.ts';
import { canBeOf, coversAction, coversResource, listOf, type LocatedStatement } from './policy-document.ts';

/** What one principal's own policies say together, and what its permissions boundary allows at the most (`null`: it has none). */
export interface Permissions<T extends LocatedStatement> {
  readonly statements: readonly T[];
  readonly boundary: readonly LocatedStatement[] | null;
}

export interface Request {
  readonly action: string;
  /** An ARN, or a pattern all of which is asked for; `null`: any resource of the action's service will do. */
  readonly resource: string | null;
  readonly context?: RequestContext;
}

export interface Granted<T> {
  /** The statement that allows it. */
  readonly by: T;
  /** Condition keys on which it depends and of which the recording tells nothing; empty: it is allowed whatever they are. */
  readonly depends: readonly string[];
}

/**
 * Whether the request is allowed: by a statement of the principal, by its boundary if it has one, and denied by neither. A Deny
 * counts where it covers all that is asked for. What is allowed outright is found before what depends on a condition.
 */
export function granted<T extends LocatedStatement>(
  { statements, boundary }: Permissions<T>,
  request: Request,
): Granted<T> | null {
  let best: Granted<T> | null = null;
  for (const each of statements) {
    for (const resource of resourcesAllowed(each.statement, request)) {
      const asked = { ...request, resource };
      const depends = [
        within([each], asked),
        boundary && within(boundary, asked),
        taken([...statements, ...(boundary ?? [])], asked),
      ];
      if (depends.includes(undefined)) continue;
      const keys = [...new Set(depends.flatMap((keys) => keys ?? []))];
      if (keys.length === 0) return { by: each, depends: keys };
      best ??= { by: each, depends: keys };
    }
  }
  return best;
}

type Asked = Request & { readonly resource: string };

/** The resources asked for that the statement may allow: what the request names, or what the statement itself does. */
function resourcesAllowed(statement: PolicyStatement, { action, resource }: Request): readonly string[] {
  if (statement.Effect !== 'Allow' || !coversAction(statement, action)) return [];
  if (resource !== null) return coversResource(statement, resource) ? [resource] : [];
  if (statement.NotResource !== undefined) return ['*'];
  const service = action.slice(0, action.indexOf(':'));
  return listOf(statement.Resource).filter((each) => canBeOf(each, service));
}

/** The condition keys on which an Allow of the request depends; `undefined` where nothing allows it. */
function within(statements: readonly LocatedStatement[], asked: Asked): readonly string[] | undefined {
  let keys: readonly string[] | undefined;
  for (const { statement } of statements) {
    if (statement.Effect !== 'Allow' || !isAbout(statement, asked)) continue;
    const verdict = verdictOf(statement, asked.context ?? {});
    if (verdict === 'met') return [];
    if (verdict === 'open') keys ??= openKeys(statement, asked);
  }
  return keys;
}

/** The condition keys on which a Deny of the request depends, none where there is no such Deny; `undefined` where it is denied. */
function taken(statements: readonly LocatedStatement[], asked: Asked): readonly string[] | undefined {
  const keys: string[] = [];
  for (const { statement } of statements) {
    if (statement.Effect !== 'Deny' || !isAbout(statement, asked)) continue;
    const verdict = verdictOf(statement, asked.context ?? {});
    if (verdict === 'met') return undefined;
    if (verdict === 'open') keys.push(...openKeys(statement, asked));
  }
  return keys;
}

function isAbout(statement: PolicyStatement, { action, resource }: Asked): boolean {
  return coversAction(statement, action) && coversResource(statement, resource);
}

function openKeys(statement: PolicyStatement, { context = {} }: Asked): readonly string[] {
  const written = Object.values(statement.Condition ?? {}).flatMap((keys) => Object.keys(keys));
  const open = new Set(conditionsOf(statement).flatMap(({ key }) => (Object.hasOwn(context, key) ? [] : key)));
  const unknown = written.filter((key) => open.has(key.toLowerCase()));
  return unknown.length > 0 ? unknown : written;
}
