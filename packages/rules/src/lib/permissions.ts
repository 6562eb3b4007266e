import type { PolicyStatement } from '@plumbline/model';
import { actionText } from './action-patterns.ts';
import { dependsOn, type RequestContext } from './condition-verdict.ts';
import { oncePer } from './once-per.ts';
import { canBeOf, coversAction, coversResource, listOf, type LocatedStatement } from './policy-document.ts';

/** What one principal's own policies say together, and what its permissions boundary allows at the most (`null`: it has none). */
export interface Permissions<T extends LocatedStatement> {
  readonly statements: readonly T[];
  readonly boundary: readonly LocatedStatement[] | null;
  /** What is known of every request of the principal. */
  readonly known: RequestContext;
}

/** What statements say by themselves, whoever has them. */
export function permissionsBy<T extends LocatedStatement>(statements: readonly T[]): Permissions<T> {
  return { statements, boundary: null, known: {} };
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

/** Of several that were found, the first that depends on nothing, else the first. */
export function surest<T extends { readonly depends: readonly string[] }>(found: readonly T[]): T | null {
  return found.find(({ depends }) => depends.length === 0) ?? found[0] ?? null;
}

/** The same of what is found for several things, one after the other: no more is looked for than it takes. */
export function firstSure<Asked, T extends { readonly depends: readonly string[] }>(
  asked: Iterable<Asked>,
  find: (asked: Asked) => T | null,
): T | null {
  let first: T | null = null;
  for (const each of asked) {
    const found = find(each);
    if (found?.depends.length === 0) return found;
    first ??= found;
  }
  return first;
}

/**
 * Whether the request is allowed: by a statement of the principal, by its boundary if it has one, and denied by neither. A Deny
 * counts where it covers all that is asked for.
 */
export function granted<T extends LocatedStatement>(
  { statements, boundary, known }: Permissions<T>,
  request: Request,
): Granted<T> | null {
  let context: RequestContext | null = null;
  let found: Granted<T> | null = null;
  for (const by of allowing(statements, request.action))
    for (const resource of resourcesAllowed(by.statement, request)) {
      context ??= { ...known, ...request.context };
      const depends = dependsAltogether({ by, statements, boundary }, { action: request.action, resource, context });
      if (depends?.length === 0) return { by, depends };
      if (depends) found ??= { by, depends };
    }
  return found;
}

/** The condition keys on which a request depends that is allowed by a statement; `null` where the boundary does not allow it, or a Deny is met. */
function dependsAltogether(
  {
    by,
    statements,
    boundary,
  }: Pick<Permissions<LocatedStatement>, 'statements' | 'boundary'> & { by: LocatedStatement },
  asked: Asked,
): readonly string[] | null {
  const own = isAbout(by.statement, asked) ? dependsOn(by.statement, asked.context) : null;
  if (!own) return null;
  const limit = boundary ? allowedBy(sorted(boundary).allowing(asked.action), asked) : own;
  if (!limit) return null;
  const denied = notDeniedBy(sorted(statements).denying, asked);
  const outside = denied && boundary ? notDeniedBy(sorted(boundary).denying, asked) : denied;
  if (!denied || !outside) return null;
  const all = [own, limit, denied, outside];
  return all.every((depends) => depends.length === 0) ? own : [...new Set(all.flat())];
}

/** Statements by what they do: a request is asked of many, and few of them are about its service. */
const sorted = oncePer((statements: readonly LocatedStatement[]) => {
  const allows = statements.filter(({ statement }) => statement.Effect === 'Allow');
  const ofService = new Map<string | null, readonly LocatedStatement[]>();
  return {
    denying: statements.filter(({ statement }) => statement.Effect === 'Deny'),
    /** Those that may allow the action: they say something of its service, or of any. */
    allowing: (action: string) => {
      const { service } = actionText(action);
      let found = ofService.get(service);
      if (!found) {
        found = allows.filter(({ statement }) => mayBeOfService(statement, service));
        ofService.set(service, found);
      }
      return found;
    },
  };
});

/** Whether a statement says something of a service's actions, or of any: of most services it says nothing. */
export function mayBeOfService({ Action, NotAction }: PolicyStatement, asked: string | null): boolean {
  if (NotAction !== undefined) return true;
  const first = asked?.charCodeAt(0);
  for (const pattern of listOf(Action)) {
    // Most are of another service, which nearly always begins with another letter.
    const letter = pattern.charCodeAt(0);
    if (letter !== first && letter >= LOWER_A && letter <= LOWER_Z) continue;
    const { service } = actionText(pattern);
    if (service === null || service === asked) return true;
  }
  return false;
}

const LOWER_A = 0x61;
const LOWER_Z = 0x7a;

/** The Allow statements that may be about an action: they say something of its service, or of any. */
export function allowing<T extends LocatedStatement>(statements: readonly T[], action: string): readonly T[] {
  return sorted(statements).allowing(action) as readonly T[];
}

/** Whether some statement is about the action at all: what is not can be told without asking on what, and under which conditions. */
export function mayAllow({ statements }: Permissions<LocatedStatement>, action: string): boolean {
  return sorted(statements)
    .allowing(action)
    .some(({ statement }) => coversAction(statement, action));
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** The resources asked for that the statement may allow: what the request names, or what the statement itself does. */
function resourcesAllowed(statement: PolicyStatement, { action, resource }: Request): readonly string[] {
  if (statement.Effect !== 'Allow' || !coversAction(statement, action)) return [];
  if (resource !== null) return coversResource(statement, resource) ? [resource] : [];
  if (statement.NotResource !== undefined) return ['*'];
  const service = action.slice(0, action.indexOf(':'));
  return listOf(statement.Resource).filter((each) => canBeOf(each, service));
}

/** The condition keys on which the first Allow of the request depends that depends on nothing, else the first; `null` where nothing allows it. */
function allowedBy(allows: readonly LocatedStatement[], asked: Asked): readonly string[] | null {
  let first: readonly string[] | null = null;
  for (const { statement } of allows) {
    const depends = isAbout(statement, asked) ? dependsOn(statement, asked.context) : null;
    if (depends?.length === 0) return depends;
    first ??= depends;
  }
  return first;
}

/** The condition keys on which a Deny of the request depends, none where there is no such Deny; `null` where it is denied. */
function notDeniedBy(denies: readonly LocatedStatement[], asked: Asked): readonly string[] | null {
  let all: readonly string[] = NONE;
  for (const { statement } of denies) {
    const depends = isAbout(statement, asked) ? dependsOn(statement, asked.context) : null;
    if (depends?.length === 0) return null;
    if (depends) all = [...all, ...depends];
  }
  return all;
}

const NONE: readonly string[] = [];

function isAbout(statement: PolicyStatement, { action, resource }: Asked): boolean {
  return coversAction(statement, action) && coversResource(statement, resource);
}
