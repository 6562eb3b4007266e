/** How the values of a key are written. `word`: lower case; `name`: as it stands. */
export type ValueKind = 'closed' | 'word' | 'name' | 'tag' | 'age' | 'days';

export interface KeyDefinition {
  readonly kind: ValueKind;
  /** For the list of keys, in a few words. */
  readonly about: string;
  /** All values that there are, where the list is closed. */
  readonly values: readonly string[];
  /** True where one finding can have several values, so that giving the key twice narrows instead of leaving nothing. */
  readonly many: boolean;
}

/** The keys of the language, in the order in which they are offered. */
export const KEYS = {
  severity: closed('how bad it is', ['critical', 'high', 'medium', 'low', 'info']),
  service: open('word', 's3, iam, …'),
  account: open('name', "id of an account, or the cloud's own"),
  region: open('word', 'eu-west-1, global, …'),
  rule: open('word', 'key of a rule; * stands for anything'),
  type: open('name', 'AWS::S3::Bucket, …'),
  resource: open('name', 'name or ARN; * stands for anything'),
  tag: { kind: 'tag', about: 'key, or key=value', values: [], many: true },
  age: { kind: 'age', about: 'first seen >30d (longer) or <12h (less long) ago', values: [], many: false },
  'first-seen': { kind: 'days', about: 'a day, >=day, <day or day..day (UTC)', values: [], many: false },
  resolved: { kind: 'days', about: 'a day, >=day, <day or day..day (UTC)', values: [], many: false },
  result: closed('what the evaluation says; fail when left out', ['fail', 'unknown', 'pass', 'not-applicable', 'any']),
  framework: { ...open('word', 'cis-aws, or with a version cis-aws@6.0.0'), many: true },
  requirement: { ...open('name', 'cis-aws@6.0.0/2.1.4'), many: true },
  is: { ...closed('stale: could no longer be read', ['stale']), many: true },
} as const satisfies Readonly<Record<string, KeyDefinition>>;

export type Key = keyof typeof KEYS;

export const KEY_NAMES = Object.keys(KEYS) as readonly Key[];

const ALIASES: ReadonlyMap<string, Key> = new Map([
  ['status', 'result'],
  ['resource-type', 'type'],
]);

/** The key of that name, whatever its case. */
export function keyNamed(name: string): Key | null {
  const lower = name.toLowerCase();
  return Object.hasOwn(KEYS, lower) ? (lower as Key) : (ALIASES.get(lower) ?? null);
}

/** A key's definition, without its own literals. */
export function definitionOf(key: Key): KeyDefinition {
  return KEYS[key];
}

function closed(about: string, values: readonly string[]): KeyDefinition {
  return { kind: 'closed', about, values, many: false };
}

function open(kind: 'word' | 'name', about: string): KeyDefinition {
  return { kind, about, values: [], many: false };
}
