import { openToEveryone } from './cidr-set.ts';
import { parseAddress, parseCidr, type Cidr } from './cidr.ts';
import { EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';

/** An access point is always asked through itself: in its own policy, that a request comes through it proves nothing. */
export type PolicyOf = 'bucket' | 'access-point';

/** Keys that tell who or where a request comes from, and of which S3 takes fixed values as not public; in lower case. */
const COUNTED_KEYS = [
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
  's3:dataaccesspointarn',
];
const FIXING_KEYS: ReadonlySet<string> = new Set(COUNTED_KEYS);

/** The same and those that S3 does not speak of, such as the owner of the VPC endpoint that a request comes through. */
const NARROWING_KEYS: ReadonlySet<string> = new Set([
  ...COUNTED_KEYS,
  'aws:sourceorgid',
  'aws:sourcevpcarn',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);

/** Whether a condition of an Allow lets in only fixed values of a key that tells who is asking, as S3 counts it. */
export function fixesWho(condition: Condition, of: PolicyOf = 'bucket'): boolean {
  const { key, operator, values } = condition;
  if (!requiresKey(condition) || values.length === 0 || provesNothing(condition, of)) return false;
  if (key === 'aws:sourceip') return operator === 'IpAddress' && values.every((each) => isNarrow(rangeOf(each)));
  if (EQUALITY_OPERATORS[operator] === undefined) return false;
  if (isOrganizationPath(key)) return key === 'aws:principalorgpaths' && values.every(isOfOneOrganization);
  return (
    FIXING_KEYS.has(key) &&
    values.every((each) => isFixed(each, operator) || (key === 's3:dataaccesspointarn' && isOfOneAccount(each)))
  );
}

/**
 * Whether a condition of an Allow keeps the public out in fact: what meets it is of one account, organization or network, or is a
 * service of AWS, be it one or many of them.
 */
export function keepsPublicOut(condition: Condition, of: PolicyOf = 'bucket'): boolean {
  const { key, operator, values } = condition;
  if (!requiresKey(condition) || values.length === 0 || provesNothing(condition, of)) return false;
  if (key === 'aws:principalisawsservice') return operator === 'Bool' && values.every((each) => /^true$/i.test(each));
  if (key === 'aws:sourceip')
    return operator === 'IpAddress' && values.every((each) => rangeOf(each)) && wideRanges(condition).length === 0;
  if (EQUALITY_OPERATORS[operator] === undefined) return false;
  if (isOrganizationPath(key)) return values.every(isOfOneOrganization);
  return NARROWING_KEYS.has(key) && values.every((each) => isFixed(each, operator) || isOfOneOwner(key, each));
}

function provesNothing({ key }: Condition, of: PolicyOf): boolean {
  return of === 'access-point' && key.startsWith('s3:dataaccesspoint');
}

function isOrganizationPath(key: string): boolean {
  return /^aws:(?:principal|source|vpce)orgpaths$/.test(key);
}

export function isOfOneOrganization(path: string): boolean {
  return /^o-[a-z0-9]+\//.test(path);
}

/** A pattern that only one account can match, or the sessions of one role. */
function isOfOneOwner(key: string, value: string): boolean {
  if (key === 'aws:userid') return /^[A-Z0-9]+:/.test(value);
  return key.endsWith('arn') && isOfOneAccount(value);
}

export function isOfOneAccount(arn: string): boolean {
  return /^\d{12}$/.test(arn.split(':')[4] ?? '');
}

const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
};

/** The condition of a Deny turned round, as that of those whom it spares; `null` where it is not one that spares some only. */
export function spared(condition: Condition): Condition | null {
  const { key, quantifier, ifExists, values } = condition;
  // Anonymous requests lack the key: without `IfExists` the Deny is not about them.
  if (key === 'aws:principalisawsservice' && condition.operator === 'Bool' && ifExists)
    return { ...condition, ifExists: false, values: values.map((each) => (/^false$/i.test(each) ? 'true' : 'false')) };
  const operator = NEGATIONS[condition.operator];
  // A key that is absent meets a negated operator, with and without `IfExists`, but not under `ForAnyValue`.
  if (operator === undefined || quantifier === 'ForAnyValue') return null;
  return { ...condition, operator, quantifier: null, ifExists: false };
}

/** Whether a condition of a Deny spares nobody from the public: `StringNotEquals` on `aws:SourceVpce`. */
export function sparesOnlyFixed(condition: Condition): boolean {
  const those = spared(condition);
  return those !== null && keepsPublicOut(those);
}

/** Keys that anonymous requests do not have. */
const SIGNED_KEYS = /^aws:(?:principal(?:account|arn|org(?:id|paths)|tag\/.*)|username)$/;

/** Whether a condition is met only by requests that are signed with credentials of AWS. */
export function needsAccount(condition: Condition): boolean {
  return (
    SIGNED_KEYS.test(condition.key) && requiresKey(condition) && EQUALITY_OPERATORS[condition.operator] !== undefined
  );
}

/** Of the ranges of an `IpAddress` condition on `aws:SourceIp` those that are, each or together, wider than a network of somebody. */
export function wideRanges({ key, operator, values }: Condition): readonly string[] {
  if (key !== 'aws:sourceip' || operator !== 'IpAddress') return [];
  const ranges = values.flatMap((text) => {
    const cidr = rangeOf(text);
    return cidr ? [{ text, cidr }] : [];
  });
  return openToEveryone(ranges).map(({ text }) => text);
}

function rangeOf(value: string): Cidr | null {
  return parseCidr(value) ?? parseAddress(value);
}

/** IPv4 ranges up to /8 and IPv6 ranges up to /32 count as fixed, each for itself; none of the private ranges is wider. */
function isNarrow(range: Cidr | null): boolean {
  if (!range) return false;
  return range.family === 'ipv4' ? range.end - range.start <= 2 ** 24 : range.end - range.start <= 1n << 96n;
}
