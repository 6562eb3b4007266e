import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import type { Severity } from '../kernel/severity.ts';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { isEveryone, principalsOf, statementsOf, touchesAction, type LocatedStatement } from './policy-document.ts';
import { fixesWho } from './public-policy.ts';
import { hasWildcard } from './wildcard.ts';

/** A statement of a trust policy that lets in more than it should. */
export interface OpenTrust extends LocatedStatement {
  /** Who: `anyone with an AWS account`. */
  readonly who: string;
  /** Where it is worse or not as bad as what its rule says. */
  readonly severity?: { readonly is: Severity; readonly because: string } | undefined;
}

const ASSUME = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/** Deny statements are not taken in: a trust policy has them rarely, and then as a second belt. */
export function assumeStatements(policy: PolicyDocument, actions = ASSUME): readonly LocatedStatement[] {
  return statementsOf(policy).filter(
    ({ statement }) => statement.Effect === 'Allow' && actions.some((action) => touchesAction(statement, action)),
  );
}

/** The statements that let everyone assume the role. */
export function openTrusts(policy: PolicyDocument): readonly OpenTrust[] {
  return assumeStatements(policy).flatMap((located) => {
    const conditions = conditionsOf(located.statement);
    const open = conditions.some(fixesCaller) ? null : strangers(located.statement, conditions);
    return open === null ? [] : [{ ...located, ...open }];
  });
}

function strangers(
  statement: PolicyStatement,
  conditions: readonly Condition[],
): Pick<OpenTrust, 'who' | 'severity'> | null {
  if (statement.NotPrincipal !== undefined) return { who: 'everyone whom NotPrincipal does not name' };
  const principals = principalsOf(statement.Principal);
  if (principals.some(isEveryone)) {
    const severity = asksForExternalId(conditions)
      ? ({
          is: 'high',
          because: 'The caller must know the external ID, which AWS does not treat as a secret.',
        } as const)
      : undefined;
    return { who: 'anyone with an AWS account', severity };
  }
  const odd = principals.find(({ name }) => hasWildcard(name));
  return odd ? { who: `whoever "${odd.name}" stands for, which is no principal AWS knows` } : null;
}

export function asksForExternalId(conditions: readonly Condition[]): boolean {
  return conditions.some(
    (each) => each.key === 'sts:externalid' && holdsFor(each, (value) => isFixed(value, each.operator)),
  );
}

/** Unlike in a bucket policy, a role of one account may be named by a pattern: `arn:aws:iam::111122223333:role/ci-*`. */
export function fixesCaller(condition: Condition): boolean {
  if (condition.key !== 'aws:principalarn') return fixesWho(condition);
  return holdsFor(condition, (value) => /^\d{12}$/.test(value.split(':')[4] ?? ''));
}

/** Whether a condition is one of equality that a request must meet, and all its values pass the test. */
export function holdsFor(condition: Condition, test: (value: string) => boolean): boolean {
  const { operator, values } = condition;
  return (
    requiresKey(condition) && EQUALITY_OPERATORS[operator] !== undefined && values.length > 0 && values.every(test)
  );
}
