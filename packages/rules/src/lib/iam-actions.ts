import { IAM_ACTIONS } from './iam-actions.generated.ts';
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

/** Service → its actions; a service is read when it is first asked for. */
const read = new Map<string, readonly IamAction[]>();

/** The services that have actions, by the prefix that policies name them by. */
export const SERVICES: readonly string[] = Object.keys(IAM_ACTIONS);

/** Every action of a service; empty for a service that AWS does not have. */
export function actionsOf(service: string): readonly IamAction[] {
  let actions = read.get(service);
  if (!actions) {
    const text = Object.hasOwn(IAM_ACTIONS, service) ? (IAM_ACTIONS[service] ?? '') : '';
    actions = text.split(';').flatMap((part) => parse(service, part));
    read.set(service, actions);
  }
  return actions;
}

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

/** The actions that a pattern of a policy stands for: `s3:Get*`, `*`. Empty where AWS has none of that name. */
export function actionsMatching(pattern: string): readonly IamAction[] {
  const wanted = pattern.toLowerCase();
  let actions = expanded.get(wanted);
  if (!actions) {
    const all = SERVICE_WIDE.test(wanted);
    actions = servicesMatching(wanted).flatMap((service) =>
      all ? actionsOf(service) : actionsOf(service).filter(({ key }) => covers(wanted, key)),
    );
    expanded.set(wanted, actions);
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
