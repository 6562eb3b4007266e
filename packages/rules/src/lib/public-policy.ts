import type { PolicyDocument } from '@plumbline/model';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { isEveryone, principalsOf, statementsOf, type LocatedStatement, type Principal } from './policy-document.ts';
import { hasWildcard } from './wildcard.ts';

/** A statement that makes its policy public. */
export interface PublicGrant extends LocatedStatement {
  /** Who is let in: `anyone on the internet`. */
  readonly who: string;
  /** Condition keys of the statement, as they are written; none of them fixes who is let in. */
  readonly keys: readonly string[];
}

/**
 * The statements that make a policy public, in the meaning that S3 Block Public Access gives the word: a policy is public unless
 * each of its Allow statements is limited to fixed values (without wildcard or policy variable) of a principal or of certain
 * condition keys. Deny statements play no part in it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function publicGrants(policy: PolicyDocument): readonly PublicGrant[] {
  return statementsOf(policy).flatMap((located) => {
    const { statement } = located;
    if (statement.Effect !== 'Allow' || conditionsOf(statement).some(fixesWho)) return [];
    const who = openPrincipal(located);
    if (who === null) return [];
    const keys = Object.values(statement.Condition ?? {}).flatMap((each) => Object.keys(each));
    return [{ ...located, who, keys }];
  });
}

/** Keys that tell who or where a request comes from, in lower case. */
const FIXING_KEYS = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
]);

/** Whether a condition of an Allow lets in only fixed values of a key that tells who is asking. */
export function fixesWho(condition: Condition): boolean {
  return (
    requiresKey(condition) && condition.values.length > 0 && condition.values.every((each) => fixes(condition, each))
  );
}

function fixes({ key, operator }: Condition, value: string): boolean {
  if (key === 'aws:sourceip') return operator === 'IpAddress' && isNarrowRange(value);
  if (EQUALITY_OPERATORS[operator] === undefined) return false;
  if (key === 'aws:principalorgpaths') return /^o-[a-z0-9]+\//.test(value);
  if (key === 's3:dataaccesspointarn') return isFixed(value, operator) || /^\d{12}$/.test(value.split(':')[4] ?? '');
  return FIXING_KEYS.has(key) && isFixed(value, operator);
}

const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
};

/** Whether a condition of a Deny spares only fixed values of a key that tells who is asking: `StringNotEquals` on `aws:SourceVpce`. */
export function sparesOnlyFixed(condition: Condition): boolean {
  const operator = NEGATIONS[condition.operator];
  // A key that is absent meets a negated operator, with and without `IfExists`.
  return (
    operator !== undefined && condition.quantifier === null && fixesWho({ ...condition, operator, ifExists: false })
  );
}

/** IPv4 ranges up to /8 and IPv6 ranges up to /32 count as fixed; so do the private ranges, none of which is wider. */
function isNarrowRange(range: string): boolean {
  const [, address = '', length] = /^([\da-fA-F:.]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
  if (address === '') return false;
  return length === undefined || Number(length) >= (address.includes(':') ? 32 : 8);
}

function openPrincipal({ statement }: LocatedStatement): string | null {
  if (statement.NotPrincipal !== undefined) return 'everyone whom NotPrincipal does not name';
  const principals = principalsOf(statement.Principal);
  if (principals.some(isEveryone)) return 'anyone on the internet';
  return principals.map(openName).find((who) => who !== null) ?? null;
}

function openName({ kind, name }: Principal): string | null {
  if (hasWildcard(name) || name.includes('${')) return `whoever "${name}" stands for, which is no principal AWS knows`;
  if (kind === 'Federated' && !name.startsWith('arn:')) return `anyone who signs in with ${name}`;
  return null;
}
