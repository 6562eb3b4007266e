import type { PolicyStatement } from '@plumbline/model';
import { actionsOfStatement, actionText, isLong } from './action-patterns.ts';
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
  for (const by of sorted(statements).allowed(request.action) as readonly T[])
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
  const own = dependsIn(by, asked);
  if (!own) return null;
  const limit = boundary ? allowedBy(sorted(boundary).allowed(asked.action), asked) : own;
  if (!limit) return null;
  const denied = notDeniedBy(sorted(statements).denied(asked.action), asked);
  const outside = denied && boundary ? notDeniedBy(sorted(boundary).denied(asked.action), asked) : denied;
  if (!denied || !outside) return null;
  const all = [own, limit, denied, outside];
  return all.every((depends) => depends.length === 0) ? own : [...new Set(all.flat())];
}

/** Statements by what they do: many requests are made of them, and few statements are about the service or the action of one. */
class SortedStatements {
  readonly #allows: readonly LocatedStatement[];
  readonly #denies: readonly LocatedStatement[];
  readonly #ofService = new Map<string | null, readonly LocatedStatement[]>();
  readonly #allowed = new Map<string, readonly LocatedStatement[]>();
  readonly #denied = new Map<string, readonly LocatedStatement[]>();

  constructor(statements: readonly LocatedStatement[]) {
    this.#allows = statements.filter(({ statement }) => statement.Effect === 'Allow');
    this.#denies = statements.filter(({ statement }) => statement.Effect === 'Deny');
  }

  /** The Allows that say something of an action's service, or of any. */
  ofService(action: string): readonly LocatedStatement[] {
    const { service } = actionText(action);
    return known(this.#ofService, service, () =>
      this.#allows.filter(({ statement }) => mayBeOfService(statement, service)),
    );
  }

  /** The Allows that are about an action. */
  allowed(action: string): readonly LocatedStatement[] {
    return known(this.#allowed, action, () =>
      this.ofService(action).filter(({ statement }) => coversAction(statement, action)),
    );
  }

  /** The Denys that are about an action. */
  denied(action: string): readonly LocatedStatement[] {
    return known(this.#denied, action, () => this.#denies.filter(({ statement }) => coversAction(statement, action)));
  }
}

function known<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = all.get(key);
  if (value === undefined) {
    value = make();
    all.set(key, value);
  }
  return value;
}

const sorted = oncePer((statements: readonly LocatedStatement[]) => new SortedStatements(statements));

/** Whether a statement says something of a service's actions, or of any: of most services it says nothing. */
export function mayBeOfService(statement: PolicyStatement, asked: string | null): boolean {
  if (statement.NotAction !== undefined) return true;
  if (isLong(statement)) {
    const { ofAny, ofService } = actionsOfStatement(statement).Action;
    return ofAny.length > 0 || (asked !== null && ofService.has(asked));
  }
  const first = asked?.charCodeAt(0);
  for (const pattern of listOf(statement.Action)) {
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
  return sorted(statements).ofService(action) as readonly T[];
}

/** Whether some statement is about the action at all: what is not can be told without asking on what, and under which conditions. */
export function mayAllow({ statements }: Permissions<LocatedStatement>, action: string): boolean {
  return sorted(statements).allowed(action).length > 0;
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** Of an Allow that is about the action, the resources asked for that it may be about: what the request names, or what it names itself. */
function resourcesAllowed(statement: PolicyStatement, { action, resource }: Request): readonly string[] {
  if (resource !== null) return coversResource(statement, resource) ? [resource] : NONE;
  if (statement.NotResource !== undefined) return ['*'];
  const service = action.slice(0, action.indexOf(':'));
  return listOf(statement.Resource).filter((each) => canBeOf(each, service));
}

/** The condition keys on which the first Allow of the request depends that depends on nothing, else the first; `null` where nothing allows it. */
function allowedBy(allows: readonly LocatedStatement[], asked: Asked): readonly string[] | null {
  let first: readonly string[] | null = null;
  for (const allow of allows) {
    const depends = dependsIn(allow, asked);
    if (depends?.length === 0) return depends;
    first ??= depends;
  }
  return first;
}

/** The condition keys on which a Deny of the request depends, none where there is no such Deny; `null` where it is denied. */
function notDeniedBy(denies: readonly LocatedStatement[], asked: Asked): readonly string[] | null {
  let all: readonly string[] = NONE;
  for (const deny of denies) {
    const depends = dependsIn(deny, asked);
    if (depends?.length === 0) return null;
    if (depends) all = [...all, ...depends];
  }
  return all;
}

const NONE: readonly string[] = [];

/** The condition keys on which a statement depends that is about the action; `null` where it is not about the resource, or not met. */
function dependsIn({ statement }: LocatedStatement, { resource, context }: Asked): readonly string[] | null {
  return coversResource(statement, resource) ? dependsOn(statement, context) : null;
}
