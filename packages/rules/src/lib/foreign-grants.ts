import type { PolicyStatement } from '@plumbline/model';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, writtenKeys, type Condition } from './condition.ts';
import { listed } from './listed.ts';
import { accountIn } from './named-principals.ts';
import { isEveryone, listOf, principalsOf, type Principal } from './policy-document.ts';
import { keepsPublicOut, spared } from './public-condition.ts';

/** Stands for principals of every account. */
export const EVERY_ACCOUNT = 'every AWS account';

/** An account that a statement lets in, for a sentence. */
export function nameOf(who: string, statement: PolicyStatement): string {
  const keys = writtenKeys(statement);
  return who === EVERY_ACCOUNT && keys.length > 0 ? `${who} that meets the condition on ${listed(keys)}` : who;
}

/** Who an account is: its number, and the canonical id that S3 gave it, where that is known. */
export interface Owner {
  readonly account: string;
  readonly canonicalId: string | undefined;
}

/**
 * The other accounts that an Allow lets in, by number or canonical id, after its conditions on the account that asks;
 * `EVERY_ACCOUNT` where nothing says which. Services, and principals that were deleted, are no accounts.
 */
export function foreignGrantees(statement: PolicyStatement, owner: Owner): readonly string[] {
  if (namesOnlyOf(owner, statement)) return [];
  const named =
    statement.NotPrincipal === undefined
      ? principalsOf(statement.Principal).flatMap((each) => accountOf(each) ?? [])
      : [EVERY_ACCOUNT];
  const admitted = conditionsOf(statement).reduce(limited, named);
  return [...new Set(admitted)].filter((each) => each !== owner.account && each !== owner.canonicalId);
}

/** Whether an Allow names principals of the account itself, and services, by their names: conditions do not let in others. */
function namesOnlyOf({ account }: Owner, { Principal, NotPrincipal }: PolicyStatement): boolean {
  if (NotPrincipal !== undefined || typeof Principal !== 'object') return false;
  return Object.keys(Principal).every(
    (kind) =>
      kind === 'Service' ||
      (kind !== 'CanonicalUser' && listOf(Principal[kind]).every((name) => accountIn(name) === account)),
  );
}

/** Who is left of those let in. Access points of an account stand for it where they are the only proof asked for. */
function limited(all: readonly string[], condition: Condition): readonly string[] {
  const accounts = accountsOf(condition);
  if (!accounts) return all;
  const kept = all.filter(
    (each) =>
      each !== EVERY_ACCOUNT &&
      (accounts.includes(each) || !ACCOUNT.test(each) || condition.key.startsWith('s3:dataaccesspoint')),
  );
  return all.includes(EVERY_ACCOUNT) ? [...kept, ...accounts] : kept;
}

const ACCOUNT = /^\d{12}$/;
const WHOLE_ACCOUNT = /^(?:arn:[\w-]+:iam::)?\d{12}(?::root)?$/;

function accountOf(principal: Principal): string | null {
  if (isEveryone(principal)) return EVERY_ACCOUNT;
  const { kind, name } = principal;
  if (kind === 'CanonicalUser') return name;
  if (kind === 'Service') return null;
  const account = accountIn(name);
  return ACCOUNT.test(account) ? account : null;
}

/** Whether a Deny leaves none of these accounts what it is about. Of canonical ids it is not known which account they are. */
export function hitsAccounts(deny: PolicyStatement, who: readonly string[], owner: Owner): boolean {
  const known = who.every((each) => ACCOUNT.test(each));
  const isSpared = (account: string) =>
    known ? who.includes(account) : account !== owner.account && account !== owner.canonicalId;
  return (
    namesAll(deny, who, isSpared) &&
    conditionsOf(deny).every((each) => {
      const those = spared(each);
      if (those?.key === 'aws:principalisawsservice') return keepsPublicOut(those);
      const accounts = those?.key.startsWith('aws:principal') ? accountsOf(those) : null;
      return accounts !== null && !accounts.some(isSpared);
    })
  );
}

function namesAll(
  { Principal, NotPrincipal }: PolicyStatement,
  who: readonly string[],
  isSpared: (account: string) => boolean,
): boolean {
  if (NotPrincipal !== undefined)
    return !principalsOf(NotPrincipal).some((each) => isEveryone(each) || isSpared(accountOf(each) ?? ''));
  const whole = principalsOf(Principal).filter(({ name }) => WHOLE_ACCOUNT.test(name));
  const named = [...principalsOf(Principal).filter(isEveryone), ...whole].map(accountOf);
  return named.includes(EVERY_ACCOUNT) || who.every((each) => named.includes(each));
}

/** The accounts that a condition limits a request to; `null` where it does not. */
function accountsOf(condition: Condition): readonly string[] | null {
  const { key, operator, values } = condition;
  if (!requiresKey(condition) || EQUALITY_OPERATORS[operator] === undefined) return null;
  if (key === 'aws:principalaccount' || key === 's3:dataaccesspointaccount')
    return values.every((each) => isFixed(each, operator)) ? values : null;
  if (key !== 'aws:principalarn' && key !== 's3:dataaccesspointarn') return null;
  const accounts = values.map((value) => value.split(':')[4] ?? '');
  return accounts.every((each) => ACCOUNT.test(each)) ? accounts : null;
}
