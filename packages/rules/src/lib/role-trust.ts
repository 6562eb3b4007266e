import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import type { Severity } from '../kernel/severity.ts';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { isEveryone, principalsOf, statementsOf, touchesAction, type LocatedStatement } from './policy-document.ts';
import { fixesWho } from './public-policy.ts';
import { covers, hasWildcard } from './wildcard.ts';

/** A statement of a trust policy that lets strangers assume the role. */
export interface OpenTrust extends LocatedStatement {
  /** Who: `anyone with an AWS account`. */
  readonly who: string;
  /** Where it is not as bad as a role that stands open. */
  readonly eased?: { readonly is: Severity; readonly because: string } | undefined;
}

const ASSUME = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/** Deny statements are not taken in: a trust policy has them rarely, and then as a second belt. */
export function openTrusts(policy: PolicyDocument): readonly OpenTrust[] {
  return statementsOf(policy).flatMap((located) => {
    const { statement } = located;
    if (statement.Effect !== 'Allow' || !ASSUME.some((action) => touchesAction(statement, action))) return [];
    const conditions = conditionsOf(statement);
    if (conditions.some(fixesCaller)) return [];
    const open = strangers(statement, conditions);
    return open === null ? [] : [{ ...located, ...open }];
  });
}

type Strangers = Pick<OpenTrust, 'who' | 'eased'>;

function strangers(statement: PolicyStatement, conditions: readonly Condition[]): Strangers | null {
  if (statement.NotPrincipal !== undefined) return { who: 'everyone whom NotPrincipal does not name' };
  const principals = principalsOf(statement.Principal);
  if (principals.some(isEveryone)) return { who: 'anyone with an AWS account', eased: easedByExternalId(conditions) };
  for (const { kind, name } of principals) {
    if (hasWildcard(name)) return { who: `whoever "${name}" stands for, which is no principal AWS knows` };
    if (kind !== 'Federated' || name.includes(':saml-provider/')) continue;
    const open = webStrangers(name.replace(/^arn:.*:oidc-provider\//, '').toLowerCase(), conditions);
    if (open !== null) return open;
  }
  return null;
}

function easedByExternalId(conditions: readonly Condition[]): OpenTrust['eased'] {
  const asked = conditions.some(
    (each) =>
      each.key === 'sts:externalid' && requiresKey(each) && each.values.every((value) => isFixed(value, each.operator)),
  );
  return asked
    ? { is: 'high', because: 'The caller must know the external ID, which AWS does not treat as a secret.' }
    : undefined;
}

/** Unlike in a bucket policy, a role of one account may be named by a pattern: `arn:aws:iam::111122223333:role/ci-*`. */
function fixesCaller(condition: Condition): boolean {
  if (condition.key !== 'aws:principalarn') return fixesWho(condition);
  return holdsFor(condition, (value) => /^\d{12}$/.test(value.split(':')[4] ?? ''));
}

function holdsFor(condition: Condition, test: (value: string) => boolean): boolean {
  const { operator, values } = condition;
  return (
    requiresKey(condition) && EQUALITY_OPERATORS[operator] !== undefined && values.length > 0 && values.every(test)
  );
}

/** Providers whose tokens name the application they were made for, and the claims that do. */
const APPLICATION_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'accounts.google.com': ['aud', 'oaud', 'sub'],
  'cognito-identity.amazonaws.com': ['aud', 'sub'],
  'graph.facebook.com': ['app_id', 'id'],
  'www.amazon.com': ['app_id', 'user_id'],
};

/** Providers that give every one of their customers tokens of one issuer. */
const SHARED_ISSUERS = ['agent.buildkite.com', 'app.terraform.io', 'gitlab.com', 'token.actions.githubusercontent.com'];

function webStrangers(provider: string, conditions: readonly Condition[]): Strangers | null {
  const about = (claim: string) => conditions.filter(({ key }) => key === `${provider}:${claim}`);
  const claims = APPLICATION_CLAIMS[provider];
  if (claims) {
    const named = claims.flatMap(about).some((each) => holdsFor(each, (value) => isFixed(value, each.operator)));
    if (!named) return { who: `anyone who signs in with ${provider}` };
    return provider.startsWith('cognito') && !about('amr').some(shutsOutGuests) ? GUESTS : null;
  }
  if (about('sub').some((each) => holdsFor(each, (value) => namesTenant(value, each.operator)))) return null;
  const who = `anyone with a token of ${provider}`;
  if (SHARED_ISSUERS.includes(provider)) return { who };
  return { who, eased: { is: 'medium', because: `Who can get a token of ${provider} is not known here.` } };
}

const GUESTS: Strangers = {
  who: 'guests of a Cognito identity pool, who do not sign in',
  eased: { is: 'medium', because: 'Roles for guests are made on purpose; what this one may do decides.' },
};

function shutsOutGuests(condition: Condition): boolean {
  return holdsFor(condition, (value) => !covers(value, 'unauthenticated'));
}

/** Whether a subject names its tenant whole: `repo:acme/*` does, `repo:*` and `repo:ac*` do not. */
function namesTenant(subject: string, operator: string): boolean {
  if (isFixed(subject, operator)) return true;
  return /^[\w.-]+:[^*?:/$]+[:/]/.test(subject);
}
