import type { PolicyDocument } from '@plumbline/model';
import { EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { namedPrincipals } from './named-principals.ts';
import { principalsOf, type LocatedStatement } from './policy-document.ts';
import { keepsPublicOut } from './public-condition.ts';
import { holdsFor, trusts, type OpenTrust } from './role-trust.ts';
import { breadthOf, GITHUB, widest, type Breadth } from './token-subject.ts';
import { covers } from './wildcard.ts';

type Loose = Pick<OpenTrust, 'who' | 'severity'>;

/** The statements that trust more tokens of a web identity provider than those of one application or repository; `null`: none is trusted. */
export function looseWebIdentities(policy: PolicyDocument): readonly OpenTrust[] | null {
  if (!namedPrincipals(policy).federated) return null;
  const trusting = trusts(policy, ['sts:AssumeRoleWithWebIdentity']).map((trust) => ({
    trust,
    providers: providersOf(trust),
  }));
  if (trusting.every(({ providers }) => providers.length === 0)) return null;
  return trusting.flatMap(({ trust: { statement, pointer, conditions }, providers }) => {
    if (conditions.some((each) => keepsPublicOut(each))) return [];
    const loose = firstLoose(providers, conditions);
    return loose ? { statement, pointer, ...loose } : [];
  });
}

function firstLoose(providers: readonly string[], conditions: readonly Condition[]): Loose | null {
  for (const provider of providers) {
    const loose = APPLICATION_CLAIMS[provider]
      ? applicationLoose(provider, conditions)
      : tokenLoose(provider, conditions);
    if (loose) return loose;
  }
  return null;
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

/** The conditions on a claim of a provider's tokens. */
function about(provider: string, conditions: readonly Condition[]): (claim: string) => readonly Condition[] {
  return (claim) => {
    const name = `${provider}:${claim}`;
    return conditions.filter(({ key }) => key === name);
  };
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
  const naming: Naming[] = [];
  for (const each of subjects)
    if (requiresKey(each))
      naming.push({ claim: 'the subject', condition: each, breadth: subjectBreadth(provider, each) });
  // Nearly always the subject is narrow by itself.
  if (provider.startsWith(GITHUB) && !naming.some(isNarrow)) naming.push(...namingClaims(claim, provider));
  if (naming.some(isNarrow)) return audienceLoose(provider, claim('aud'));
  const tenant = naming.find((each) => each.breadth === 'tenant');
  if (tenant)
    return {
      who: `everything of the organization that ${tenant.claim} ${quoted([tenant.condition])} names`,
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

/** A condition that names whose token it is, and how much it lets in. */
interface Naming {
  readonly claim: string;
  readonly condition: Condition;
  readonly breadth: Breadth;
}

function isNarrow({ breadth }: Naming): boolean {
  return breadth === 'narrow';
}

/** Other claims read as if a subject were made of them. */
function namingClaims(about: (claim: string) => readonly Condition[], provider: string): readonly Naming[] {
  return NAMING_CLAIMS.flatMap((claim) =>
    about(claim)
      .filter((each) => holdsFor(each, () => true))
      .map((condition) => ({
        claim,
        condition,
        breadth: widest(condition.values.map((value) => breadthOf(provider, `${claim}:${value}`, condition.operator))),
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
