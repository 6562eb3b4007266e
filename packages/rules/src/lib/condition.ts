import type { PolicyStatement } from '@plumbline/model';
import { inOrder } from './in-order.ts';
import { oncePer } from './once-per.ts';
import { listOf } from './policy-document.ts';
import { hasWildcard } from './wildcard.ts';

/** One key of a statement's condition. All of a statement's must hold; of a key's values, one. */
export interface Condition {
  /** Without its prefix and suffix: `StringLike` of `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
  /** In lower case, as keys do not tell cases apart. */
  readonly key: string;
  readonly values: readonly string[];
}

type Written = NonNullable<PolicyStatement['Condition']>;

/** Read once for each statement. */
export function conditionsOf({ Condition }: PolicyStatement): readonly Condition[] {
  return Condition === undefined || Condition === null ? NONE : (single(Condition) ?? read(Condition));
}

const NONE: readonly Condition[] = [];

const read = oncePer((written: Written): readonly Condition[] => {
  const conditions: Condition[] = [];
  for (const [name, keys] of inOrder(written)) {
    const { operator, quantifier, ifExists } = operatorOf(name);
    for (const [key, values] of inOrder(keys))
      conditions.push({ operator, quantifier, ifExists, key: key.toLowerCase(), values: listOf(values).map(String) });
  }
  return conditions;
});

/** Operator → key → value → what was read of it. Most statements have one of each, which others have too: plain HTTP, the own account. */
const singles = new Map<string, Map<string, Map<string, readonly Condition[]>>>();
let singleCount = 0;

/** @returns `null` where it is no single condition, or there are too many to know them all */
function single(written: Written): readonly Condition[] | null {
  const operator = onlyKey(written);
  const keys = operator === null ? null : written[operator];
  const key = keys ? onlyKey(keys) : null;
  const value = key === null ? null : keys?.[key];
  if (operator === null || key === null || typeof value !== 'string') return null;
  const found = singles.get(operator)?.get(key)?.get(value);
  if (found || singleCount >= MOST || operator.length + key.length + value.length > LONGEST) return found ?? null;
  singleCount++;
  const conditions = read(written);
  const ofOperator = singles.get(operator) ?? new Map<string, Map<string, readonly Condition[]>>();
  const ofKey = ofOperator.get(key) ?? new Map<string, readonly Condition[]>();
  singles.set(operator, ofOperator.set(key, ofKey.set(value, conditions)));
  return conditions;
}

function onlyKey(object: object): string | null {
  const [first, second] = Object.keys(object);
  return first === undefined || second !== undefined ? null : first;
}

/** The keys of a statement's condition as they are written, each once. */
export function writtenKeys({ Condition }: PolicyStatement): readonly string[] {
  const keys = Object.values(Condition ?? {}).flatMap((each) => Object.keys(each));
  return [...new Set(keys)].toSorted();
}

/** There are some hundred operators with all their prefixes; what is beyond that is no operator. */
const MOST = 1000;
const LONGEST = 200;
const known = new Map<string, Operator>();

function operatorOf(name: string): Operator {
  let operator = known.get(name);
  if (!operator) {
    operator = readOperator(name);
    if (known.size < MOST) known.set(name, operator);
  }
  return operator;
}

type Operator = Pick<Condition, 'operator' | 'quantifier' | 'ifExists'>;

function readOperator(name: string): Operator {
  const [, quantifier, operator = name, ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  return {
    operator,
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : null,
    ifExists: ifExists !== undefined,
  };
}

/** Whether a request that lacks the key does not meet the condition; `…IfExists` and `ForAllValues:` let it through. */
export function requiresKey({ quantifier, ifExists }: Condition): boolean {
  return !ifExists && quantifier !== 'ForAllValues';
}

/** Operators that hold when the key's value is one of those listed, and how they read a `*`. */
export const EQUALITY_OPERATORS: Readonly<Record<string, 'literal' | 'pattern'>> = {
  StringEquals: 'literal',
  StringEqualsIgnoreCase: 'literal',
  StringLike: 'pattern',
  ArnEquals: 'pattern',
  ArnLike: 'pattern',
};

/** Whether a value under this operator stands for itself only: no wildcard, no policy variable. */
export function isFixed(value: string, operator: string): boolean {
  const reading = EQUALITY_OPERATORS[operator];
  if (reading === undefined || value === '' || value.includes('${')) return false;
  return reading === 'literal' || !hasWildcard(value);
}
