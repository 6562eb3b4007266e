import type { PolicyDocument } from '@plumbline/model';
import { conditionsOf } from './condition.ts';
import { principalsOf } from './policy-document.ts';
import { asksForExternalId, assumeStatements, fixesCaller, type OpenTrust } from './role-trust.ts';

/** Roles that AWS Organizations and Control Tower make in each account, for its management account. */
const MADE_BY_AWS = /:role\/(?:OrganizationAccountAccessRole|AWSControlTowerExecution)$/;

/** The statements that let another account assume the role, with no condition on who of it or for whom. */
export function otherAccounts(
  policy: PolicyDocument,
  { arn, account, trusted }: { readonly arn: string; readonly account: string; readonly trusted: readonly string[] },
): readonly OpenTrust[] {
  return assumeStatements(policy, ['sts:AssumeRole']).flatMap((located) => {
    const conditions = conditionsOf(located.statement);
    if (conditions.some(fixesCaller) || asksForExternalId(conditions)) return [];
    const others = principalsOf(located.statement.Principal).filter(({ kind, name }) => {
      const owner = kind === 'AWS' ? accountOf(name) : null;
      return owner !== null && owner !== account && !trusted.includes(owner);
    });
    const [first] = others;
    if (!first) return [];
    const wholeAccount = others.find(({ name }) => /^\d{12}$|:root$/.test(name));
    const { name } = wholeAccount ?? first;
    return [{ ...located, who: whoOf(name), severity: severityOf(arn, wholeAccount === undefined) }];
  });
}

function accountOf(name: string): string | null {
  return /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1] ?? null;
}

function whoOf(name: string): string {
  return /^\d{12}$|:root$/.test(name) ? `any principal of account ${accountOf(name) ?? ''}` : name;
}

function severityOf(role: string, named: boolean): OpenTrust['severity'] {
  if (MADE_BY_AWS.test(role)) return { is: 'info', because: 'AWS makes this role so, for the management account.' };
  return named ? { is: 'low', because: 'The principal is named, not the whole account.' } : undefined;
}
