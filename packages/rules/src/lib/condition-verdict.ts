import type { PolicyStatement } from '@plumbline/model';
import { conditionsOf, writtenKeys, type Condition } from './condition.ts';
import { covers } from './wildcard.ts';

/** `open`: it depends on what a recording cannot tell, such as where a request comes from. */
export type Verdict = 'met' | 'unmet' | 'open';

/** What is known of a request: condition key in lower case → its value; `null`: the request does not have the key. */
export type RequestContext = Readonly<Record<string, string | null>>;

/** What whoever asks sends as they like: no condition on it keeps an Allow from them, or a Deny on them. */
const SENT_AS_LIKED = new Set(['aws:referer', 'aws:securetransport', 'aws:useragent', 's3:tlsversion']);

/** Whether a request meets all of a statement's conditions, by one who wants what it allows and not what it denies. */
export function verdictOf(statement: PolicyStatement, context: RequestContext): Verdict {
  const liked = is(statement.Effect !== 'Deny');
  const verdicts = conditionsOf(statement).map((condition) =>
    SENT_AS_LIKED.has(condition.key) ? liked : verdictOn(condition, context),
  );
  if (verdicts.includes('unmet')) return 'unmet';
  return verdicts.includes('open') ? 'open' : 'met';
}

/** The condition keys, as written, on which it depends whether a request meets a statement; `null` where it does not meet it. */
export function dependsOn(statement: PolicyStatement, context: RequestContext): readonly string[] | null {
  if (conditionsOf(statement).length === 0) return NOTHING;
  const verdict = verdictOf(statement, context);
  if (verdict === 'unmet') return null;
  if (verdict === 'met') return NOTHING;
  const written = writtenKeys(statement);
  const unknown = written.filter((key) => !isKnown(key.toLowerCase(), context));
  return unknown.length > 0 ? unknown : written;
}

const NOTHING: readonly string[] = [];

function isKnown(key: string, context: RequestContext): boolean {
  return SENT_AS_LIKED.has(key) || Object.hasOwn(context, key);
}

type Match = (wanted: string, value: string) => boolean;

const OPERATORS: Readonly<Record<string, { readonly match: Match; readonly negated: boolean }>> = {
  ...both('StringEquals', 'StringNotEquals', (wanted, value) => wanted === value),
  ...both(
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  ),
  ...both('StringLike', 'StringNotLike', covers),
  ...both('ArnEquals', 'ArnNotEquals', covers),
  ...both('ArnLike', 'ArnNotLike', covers),
};

function both(operator: string, negation: string, match: Match) {
  return { [operator]: { match, negated: false }, [negation]: { match, negated: true } };
}

function verdictOn({ operator, quantifier, ifExists, key, values }: Condition, context: RequestContext): Verdict {
  const value = Object.hasOwn(context, key) ? context[key] : undefined;
  if (value === undefined) return 'open';
  if (operator === 'Null') return is(values.some((each) => each.toLowerCase() === String(value === null)));
  const known = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!known || values.some((each) => each.includes('${'))) return 'open';
  if (value === null)
    return is(quantifier === 'ForAllValues' || ifExists || (known.negated && quantifier !== 'ForAnyValue'));
  return is(values.some((wanted) => known.match(wanted, value)) !== known.negated);
}

function is(met: boolean): Verdict {
  return met ? 'met' : 'unmet';
}
