import type { PolicyDocument } from '@plumbline/model';
import { EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { namedPrincipals } from './named-principals.ts';
import { oncePer } from './once-per.ts';
import { principalsOf, type LocatedStatement } from './policy-document.ts';
import { keepsPublicOut } from './public-condition.ts';
import { holdsFor, trusts, type OpenTrust } from './role-trust.ts';
import { breadthOf, GITHUB, narrowest, widest, type Breadth } from './token-subject.ts';
import { covers } from './wildcard.ts';

type Loose = Pick<OpenTrust, 'who' | 'severity'>;

const byToken = oncePer((policy: PolicyDocument) => trusts(policy, ['sts:AssumeRoleWithWebIdentity']));

/** The statements that trust more tokens of a web identity provider than those of one application or repository. */
export function looseWebIdentities(policy: PolicyDocument): readonly OpenTrust[] {
  return byToken(policy).flatMap(({ conditions, ...located }) => {
    if (conditions.some((each) => keepsPublicOut(each))) return [];
    const [loose] = providersOf(located).flatMap(
      (provider) =>
        (APPLICATION_CLAIMS[provider] ? applicationLoose(provider, conditions) : tokenLoose(provider, conditions)) ??
        [],
    );
    return loose ? [{ ...located, ...loose }] : [];
  });
}

/** Whether a role's trust policy names a web identity provider at all. */
export function trustsWebIdentity(policy: PolicyDocument): boolean {
  return namedPrincipals(policy).federated && byToken(policy).some((trust) => providersOf(trust).length > 0);
}

/** Web identity providers, as condition keys name them: `token.actions.githubusercontent.com`. */
function providersOf({ statement }: Pick<LocatedStatement, 'statement'>): readonly string[] {
  return principalsOf(statement.Principal).flatMap(({ kind, name }) =>
    kind === 'Federated' && !name.includes(':saml-provider/') ? issuerOf(name).toLowerCase() : [],
  );
}

function issuerOf(provider: string): string {
  const at = provider.startsWith('arn:') ? provider.lastIndexOf(OIDC) : -1;
  return at < 0 ? provider : provider.slice(at + OIDC.length);
}

const OIDC = ':oidc-provider/';

/** Providers whose tokens name the application they were made for, and the claims that do. */
const APPLICATION_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'accounts.google.com': ['aud', 'oaud', 'sub'],
  'cognito-identity.amazonaws.com': ['aud', 'sub'],
  'graph.facebook.com': ['app_id', 'id'],
  'www.amazon.com': ['app_id', 'user_id'],
};

const EVERYONES = { is: 'critical', because: 'Everyone can get such a token.' } as const;

function about(provider: string, conditions: readonly Condition[]) {
  return (claim: string) => conditions.filter(({ key }) => key === `${provider}:${claim}`);
}

function applicationLoose(provider: string, conditions: readonly Condition[]): Loose | null {
  const claim = about(provider, conditions);
  const named = (APPLICATION_CLAIMS[provider] ?? [])
    .flatMap(claim)
    .some((each) => holdsFor(each, (value) => isFixed(value, each.operator)));
  if (!named) return { who: `anyone who signs in with ${provider}, at whatever application`, severity: EVERYONES };
  if (!provider.startsWith('cognito') || claim('amr').some(shutsOutGuests)) return null;
  return {
    who: 'guests of a Cognito identity pool, who do not sign in',
    severity: { is: 'medium', because: 'Roles for guests are made on purpose; what this one may do decides.' },
  };
}

function shutsOutGuests(condition: Condition): boolean {
  return holdsFor(condition, (value) => !covers(value, 'unauthenticated'));
}

/** Providers that give every one of their customers tokens of one issuer. */
const SHARED_ISSUERS = [
  'agent.buildkite.com',
  'api.pulumi.com/oidc',
  'app.terraform.io',
  'gitlab.com',
  'oidc.codefresh.io',
  'oidc.vercel.com',
  GITHUB,
];

/** Claims beside the subject that name whose token it is; AWS reads them of GitHub's tokens. */
const NAMING_CLAIMS = ['repository', 'repository_id', 'enterprise_id', 'job_workflow_ref'];

function tokenLoose(provider: string, conditions: readonly Condition[]): Loose | null {
  const claim = about(provider, conditions);
  const subjects = claim('sub').filter(({ operator }) => EQUALITY_OPERATORS[operator] !== undefined);
  const naming = [
    ...subjects
      .filter(requiresKey)
      .map((each) => ({ breadth: subjectBreadth(provider, each), name: `the subject ${quoted([each])}` })),
    ...namingClaims(provider, conditions),
  ];
  const breadth = narrowest(naming.map((each) => each.breadth));
  if (breadth === 'narrow') return audienceLoose(provider, claim('aud'));
  const tenant = naming.find((each) => each.breadth === 'tenant');
  if (tenant)
    return {
      who: `everything of the organization that ${tenant.name} names`,
      severity: { is: 'medium', because: 'The organization is named, whatever repository or project of it asks.' },
    };
  if (subjects.some((each) => !requiresKey(each) && subjectBreadth(provider, each) !== 'everyone'))
    return {
      who: `anyone with a token of ${provider} that has no subject, as ForAllValues and IfExists let it pass`,
      severity: { is: 'medium', because: 'The tokens of today all have a subject; the condition rests on that.' },
    };
  const why =
    subjects.length > 0
      ? `the subject ${quoted(subjects)} names no organization`
      : 'there is no condition on its subject';
  return strangersOf(provider, `anyone with a token of ${provider}, as ${why}`);
}

/** Values of one key are alternatives: the widest decides. */
function subjectBreadth(provider: string, { operator, values }: Condition): Breadth {
  return widest(values.map((value) => breadthOf(provider, value, operator)));
}

/** Other claims read as if a subject were made of them. */
function namingClaims(provider: string, conditions: readonly Condition[]) {
  if (!provider.startsWith(GITHUB)) return [];
  return NAMING_CLAIMS.flatMap((claim) =>
    about(
      provider,
      conditions,
    )(claim)
      .filter((each) => holdsFor(each, () => true))
      .map((each) => ({
        breadth: widest(each.values.map((value) => breadthOf(provider, `${claim}:${value}`, each.operator))),
        name: `${claim} ${quoted([each])}`,
      })),
  );
}

function quoted(conditions: readonly Condition[]): string {
  return conditions.flatMap(({ values }) => values.map((value) => `"${value}"`)).join(', ');
}

function strangersOf(provider: string, who: string): Loose {
  return SHARED_ISSUERS.includes(provider)
    ? { who, severity: EVERYONES }
    : { who, severity: { is: 'medium', because: `Who can get a token of ${provider} is not known here.` } };
}

function audienceLoose(provider: string, audiences: readonly Condition[]): Loose | null {
  if (audiences.some((each) => holdsFor(each, (value) => isFixed(value, each.operator)))) return null;
  return {
    who: `tokens of ${provider} for whatever audience the provider knows`,
    severity: { is: 'low', because: 'The subject is limited; only the audience is not.' },
  };
}
