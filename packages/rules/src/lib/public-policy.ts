import type { PolicyDocument } from '@plumbline/model';
import { openToEveryone } from './cidr-set.ts';
import { parseAddress, parseCidr, type Cidr } from './cidr.ts';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { isEveryone, principalsOf, statementsOf, type LocatedStatement, type Principal } from './policy-document.ts';
import { hasWildcard } from './wildcard.ts';

/** A statement that lets in the public. */
export interface PublicGrant extends LocatedStatement {
  /** Who is let in: `anyone on the internet`. */
  readonly who: string;
  /** Condition keys of the statement, as they are written; none of them keeps the public out. */
  readonly keys: readonly string[];
  /** Whether S3 itself counts the statement as public. */
  readonly countedByS3: boolean;
}

export type PolicyOf = 'bucket' | 'access-point';

/**
 * The statements that let in the public. S3 Block Public Access counts a policy as public unless each of its Allow statements is
 * limited to fixed values (without wildcard or policy variable) of a principal or of certain condition keys; Deny statements play
 * no part in it. Two kinds of statement let in everyone although S3 does not count them: ranges of `aws:SourceIp` that are narrow
 * each and wide together, and in the policy of an access point a condition that it is the access point asked through, which it always is.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function publicGrants(policy: PolicyDocument, of: PolicyOf = 'bucket'): readonly PublicGrant[] {
  return statementsOf(policy).flatMap((located) => {
    const { statement } = located;
    const conditions = conditionsOf(statement);
    if (statement.Effect !== 'Allow' || conditions.some((each) => keepsPublicOut(each, of))) return [];
    const who = openPrincipal(located);
    if (who === null) return [];
    const keys = Object.values(statement.Condition ?? {}).flatMap((each) => Object.keys(each));
    return [{ ...located, who, keys, countedByS3: !conditions.some((each) => fixesWho(each, of)) }];
  });
}

/** Whether a condition of an Allow keeps the public out in fact. */
export function keepsPublicOut(condition: Condition, of: PolicyOf = 'bucket'): boolean {
  if (!fixesWho(condition, of)) return false;
  if (condition.key === 'aws:sourceip') return openToEveryone(rangesOf(condition)).length === 0;
  return of === 'bucket' || !condition.key.startsWith('s3:dataaccesspoint');
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

/** Whether a condition of an Allow lets in only fixed values of a key that tells who is asking, as S3 counts it. */
export function fixesWho(condition: Condition, of: PolicyOf = 'bucket'): boolean {
  const { values } = condition;
  return requiresKey(condition) && values.length > 0 && values.every((each) => fixes(condition, each, of));
}

function fixes({ key, operator }: Condition, value: string, of: PolicyOf): boolean {
  if (key === 'aws:sourceip') return operator === 'IpAddress' && isNarrow(rangeOf(value));
  if (EQUALITY_OPERATORS[operator] === undefined) return false;
  if (key === 'aws:principalorgpaths') return /^o-[a-z0-9]+\//.test(value);
  if (key === 's3:dataaccesspointarn')
    return isFixed(value, operator) || (of === 'bucket' && /^\d{12}$/.test(value.split(':')[4] ?? ''));
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

/** Keys that are true for requests of AWS's own services. Anonymous requests lack them, so only `…IfExists` reaches those. */
const SERVICE_KEYS = new Set(['aws:principalisawsservice', 'aws:viaawsservice']);

/** Whether a condition of a Deny spares only fixed values of a key that tells who is asking: `StringNotEquals` on `aws:SourceVpce`. */
export function sparesOnlyFixed(condition: Condition): boolean {
  if (SERVICE_KEYS.has(condition.key))
    return (
      condition.operator === 'Bool' && condition.ifExists && condition.values.every((each) => /^false$/i.test(each))
    );
  const operator = NEGATIONS[condition.operator];
  // A key that is absent meets a negated operator, with and without `IfExists`.
  return (
    operator !== undefined &&
    condition.quantifier === null &&
    keepsPublicOut({ ...condition, operator, ifExists: false })
  );
}

function rangeOf(value: string): Cidr | null {
  return parseCidr(value) ?? parseAddress(value);
}

function rangesOf({ values }: Condition): readonly { readonly cidr: Cidr }[] {
  return values.flatMap((value) => {
    const cidr = rangeOf(value);
    return cidr ? [{ cidr }] : [];
  });
}

/** IPv4 ranges up to /8 and IPv6 ranges up to /32 count as fixed, each for itself; none of the private ranges is wider. */
function isNarrow(range: Cidr | null): boolean {
  if (!range) return false;
  return range.family === 'ipv4' ? range.end - range.start <= 2 ** 24 : range.end - range.start <= 1n << 96n;
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
