import { IAM_ACTIONS } from './iam-actions.generated.ts';
import { perPattern } from './per-pattern.ts';
import { covers } from './wildcard.ts';

/** How AWS classes an action. */
export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions';

export interface IamAction {
  readonly service: string;
  /** As AWS writes it: `s3:GetObject`. */
  readonly name: string;
  /** The name in lower case: actions do not tell cases apart. */
  readonly key: string;
  readonly level: AccessLevel;
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  l: 'list',
  r: 'read',
  w: 'write',
  t: 'tagging',
  p: 'permissions',
};

/** What AWS has of a service; it is read when it is first asked for. */
class Service {
  readonly #name: string;
  readonly #text: string;
  #actions: readonly IamAction[] | null = null;
  #levels: ReadonlyMap<AccessLevel, readonly IamAction[]> | null = null;
  #names: string | null = null;
  #count: number | null = null;

  constructor(name: string, text: string) {
    this.#name = name;
    this.#text = text;
  }

  get actions(): readonly IamAction[] {
    return (this.#actions ??= this.#text.split(';').flatMap((part) => parse(this.#name, part)));
  }

  get levels(): ReadonlyMap<AccessLevel, readonly IamAction[]> {
    return (this.#levels ??= Map.groupBy(this.actions, ({ level }) => level));
  }

  get count(): number {
    return (this.#count ??= this.countFrom(''));
  }

  /** How many actions have a name, in lower case, that begins so. None of them need be read for that: a blank is before each. */
  countFrom(start: string): number {
    this.#names ??= this.#text.toLowerCase();
    return this.#names.split(` ${start}`).length - 1;
  }
}

const known: ReadonlyMap<string, Service> = new Map(
  Object.entries(IAM_ACTIONS).map(([name, text]) => [name, new Service(name, text)]),
);

/** The services that have actions, by the prefix that policies name them by. */
export const SERVICES: readonly string[] = [...known.keys()];

/** Every action of a service; empty for a service that AWS does not have. */
export function actionsOf(service: string): readonly IamAction[] {
  return known.get(service)?.actions ?? [];
}

/** The same by their access levels. */
export function levelsOf(service: string): ReadonlyMap<AccessLevel, readonly IamAction[]> {
  return known.get(service)?.levels ?? NO_LEVELS;
}

const NO_LEVELS: ReadonlyMap<AccessLevel, readonly IamAction[]> = new Map();

function parse(service: string, part: string): readonly IamAction[] {
  const [letter = '', ...names] = part.split(' ');
  const level = LEVELS[letter];
  return level === undefined
    ? []
    : names.map((each) => ({ service, name: `${service}:${each}`, key: `${service}:${each.toLowerCase()}`, level }));
}

/** `*`, `*:*`, `s3:*`: no action need be looked at. */
const SERVICE_WIDE = /^(?:\*+|(?:\*+|[\w-]+):\*+)$/;

const expanded = new Map<string, readonly IamAction[]>();
/** So many are kept of all patterns together: most stand for a few. */
const MOST = 1_000_000;
let kept = 0;

/** The actions that a pattern of a policy stands for: `s3:Get*`, `*`. Empty where AWS has none of that name. */
export function actionsMatching(pattern: string): readonly IamAction[] {
  const wanted = pattern.toLowerCase();
  let actions = expanded.get(wanted);
  if (!actions) {
    const all = SERVICE_WIDE.test(wanted);
    actions = servicesMatching(wanted).flatMap((service) =>
      all ? actionsOf(service) : actionsOf(service).filter(({ key }) => covers(wanted, key)),
    );
    kept += 1 + actions.length;
    if (kept < MOST) expanded.set(wanted, actions);
  }
  return actions;
}

function servicesMatching(pattern: string): readonly string[] {
  const colon = pattern.indexOf(':');
  // In `*` the colon is part of what the wildcard stands for.
  if (colon < 0) return SERVICES;
  const prefix = pattern.slice(0, colon);
  return /[*?]/.test(prefix) ? SERVICES : [prefix];
}

/** How many actions of a service a pattern stands for, and how many the service has. */
export interface Share {
  readonly service: string;
  readonly matched: number;
  readonly of: number;
}

/** `*`, `*:*` */
const EVERYTHING = /^\*+(?::\*+)?$/;

/** Whether a pattern stands for every action there is. */
export function isEverything(pattern: string): boolean {
  return EVERYTHING.test(pattern);
}

/** `null`: the pattern stands for actions of several services. */
export const shareOf = perPattern((pattern: string): Share | null => {
  const wanted = pattern.toLowerCase();
  if (isEverything(wanted)) return null;
  const [, name = '', start] = /^([\w-]+):(\w*)\*$/.exec(wanted) ?? [];
  const service = known.get(name);
  if (service && start !== undefined) return { service: name, matched: service.countFrom(start), of: service.count };
  const matched = actionsMatching(wanted);
  const [first] = matched;
  if (!first) return { service: '', matched: 0, of: 1 };
  if (matched.at(-1)?.service !== first.service) return null;
  return { service: first.service, matched: matched.length, of: actionsOf(first.service).length };
});
