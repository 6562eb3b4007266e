import type { PolicyDocument } from '@plumbline/model';
import type { Condition } from './condition.ts';
import { mayNameOthers } from './named-principals.ts';
import { listOf, principalsOf } from './policy-document.ts';
import { keepsPublicOut } from './public-condition.ts';
import { asksForExternalId, holdsFor, trusts, type OpenTrust, type Trust } from './role-trust.ts';

/** Roles that AWS Organizations and Control Tower make in each account, for its management account. */
const MADE_BY_AWS = /:role\/(?:OrganizationAccountAccessRole|AWSControlTowerExecution)$/;

/** The statements that let another account assume the role, with no condition on who of it or for whom. */
export function otherAccounts(
  policy: PolicyDocument,
  { arn, account, trusted }: { readonly arn: string; readonly account: string; readonly trusted: readonly string[] },
): readonly OpenTrust[] {
  if (!mayNameOthers(policy, account) && !saysWho(policy)) return [];
  return trusts(policy, ['sts:AssumeRole']).flatMap(({ conditions, ...located }) => {
    if (conditions.some(saysMore) || asksForExternalId(conditions)) return [];
    const others = callersOf(located, conditions).filter((name) => {
      const owner = accountOf(name);
      return owner !== null && owner !== account && !trusted.includes(owner);
    });
    const name = others.find(isWhole) ?? others[0];
    return name === undefined ? [] : [{ ...located, who: whoOf(name), severity: severityOf(arn, !isWhole(name)) }];
  });
}

/** Which account or principal it is can be said by a condition as well as by the principal: it is the same trust. */
const NAMING_KEYS = ['aws:principalarn', 'aws:principalaccount'];

/** Whether some condition of a policy says which account or principal it is. */
function saysWho({ Statement }: PolicyDocument): boolean {
  return listOf(Statement).some(
    ({ Condition }) =>
      Condition &&
      Object.values(Condition).some((keys) => Object.keys(keys).some((key) => NAMING_KEYS.includes(key.toLowerCase()))),
  );
}

function saysMore(condition: Condition): boolean {
  return !NAMING_KEYS.includes(condition.key) && keepsPublicOut(condition);
}

/** Those who are let in, as ARNs or account ids: the narrowest that names them. */
function callersOf({ statement }: Pick<Trust, 'statement'>, conditions: readonly Condition[]): readonly string[] {
  for (const key of NAMING_KEYS) {
    const naming = conditions.find((each) => each.key === key && holdsFor(each, (name) => accountOf(name) !== null));
    if (naming) return naming.values;
  }
  return principalsOf(statement.Principal).flatMap(({ kind, name }) => (kind === 'AWS' ? name : []));
}

function accountOf(name: string): string | null {
  return /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1] ?? null;
}

function isWhole(name: string): boolean {
  return /^\d{12}$|:(?:root|(?:\w+\/)?\*)$/.test(name);
}

function whoOf(name: string): string {
  return isWhole(name) ? `any principal of account ${accountOf(name) ?? ''}` : name;
}

function severityOf(role: string, named: boolean): OpenTrust['severity'] {
  if (MADE_BY_AWS.test(role)) return { is: 'info', because: 'AWS makes this role so, for the management account.' };
  return named ? { is: 'low', because: 'The principal is named, not the whole account.' } : undefined;
}
