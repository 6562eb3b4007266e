import type { PolicyDocument } from '@plumbline/model';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { principalsOf } from './policy-document.ts';
import { assumeStatements, fixesCaller, holdsFor, type OpenTrust } from './role-trust.ts';
import { breadthOf, type Breadth } from './token-subject.ts';
import { covers } from './wildcard.ts';

type Loose = Pick<OpenTrust, 'who' | 'severity'>;

/** The statements that trust more tokens of a web identity provider than those of one application or repository. */
export function looseWebIdentities(policy: PolicyDocument): readonly OpenTrust[] {
  return assumeStatements(policy, ['sts:AssumeRoleWithWebIdentity']).flatMap((located) => {
    const conditions = conditionsOf(located.statement);
    if (conditions.some(fixesCaller)) return [];
    const providers = principalsOf(located.statement.Principal).flatMap(({ kind, name }) =>
      kind === 'Federated' && !name.includes(':saml-provider/') ? name : [],
    );
    const [loose] = providers.flatMap((name) => {
      const provider = name.replace(/^arn:.*:oidc-provider\//, '').toLowerCase();
      return (
        (APPLICATION_CLAIMS[provider] ? applicationLoose(provider, conditions) : tokenLoose(provider, conditions)) ?? []
      );
    });
    return loose ? [{ ...located, ...loose }] : [];
  });
}

/** Whether a role's trust policy names a web identity provider at all. */
export function trustsWebIdentity(policy: PolicyDocument): boolean {
  return assumeStatements(policy, ['sts:AssumeRoleWithWebIdentity']).some(({ statement }) =>
    principalsOf(statement.Principal).some(
      ({ kind, name }) => kind === 'Federated' && !name.includes(':saml-provider/'),
    ),
  );
}

/** Providers whose tokens name the application they were made for, and the claims that do. */
const APPLICATION_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'accounts.google.com': ['aud', 'oaud', 'sub'],
  'cognito-identity.amazonaws.com': ['aud', 'sub'],
  'graph.facebook.com': ['app_id', 'id'],
  'www.amazon.com': ['app_id', 'user_id'],
};

function about(provider: string, conditions: readonly Condition[]) {
  return (claim: string) => conditions.filter(({ key }) => key === `${provider}:${claim}`);
}

function applicationLoose(provider: string, conditions: readonly Condition[]): Loose | null {
  const claim = about(provider, conditions);
  const named = (APPLICATION_CLAIMS[provider] ?? [])
    .flatMap(claim)
    .some((each) => holdsFor(each, (value) => isFixed(value, each.operator)));
  if (!named) return { who: `anyone who signs in with ${provider}, at whatever application` };
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
const SHARED_ISSUERS = ['agent.buildkite.com', 'app.terraform.io', 'gitlab.com', 'token.actions.githubusercontent.com'];

/** Claims that name a repository, an organization or an enterprise as surely as a subject does. */
const NAMING_CLAIMS = ['repository', 'repository_id', 'repository_owner_id', 'enterprise_id', 'job_workflow_ref'];

function tokenLoose(provider: string, conditions: readonly Condition[]): Loose | null {
  const claim = about(provider, conditions);
  const subjects = claim('sub').filter(({ operator }) => EQUALITY_OPERATORS[operator] !== undefined);
  const binding = subjects.filter(requiresKey);
  const passing = subjects.filter((each) => !requiresKey(each) && widest(provider, each) !== 'everyone');
  const named = NAMING_CLAIMS.flatMap(claim).some((each) => holdsFor(each, (value) => isFixed(value, each.operator)));
  const breadths = binding.map((each): Breadth => widest(provider, each));
  if (named || breadths.includes('narrow')) return audienceLoose(provider, claim('aud'));
  const values = binding.flatMap((each) => each.values.map((value) => `"${value}"`)).join(', ');
  if (breadths.includes('tenant'))
    return {
      who: `everything of the organization that the subject ${values} names`,
      severity: { is: 'medium', because: 'The organization is named, whatever repository or project of it asks.' },
    };
  if (passing.length > 0)
    return {
      who: `anyone with a token of ${provider} that has no subject, as ForAllValues and IfExists let it pass`,
      severity: { is: 'medium', because: 'The tokens of today all have a subject; the condition rests on that.' },
    };
  const why =
    subjects.length > 0
      ? `the subject ${subjects.flatMap((each) => each.values.map((value) => `"${value}"`)).join(', ')} names no organization`
      : 'there is no condition on its subject';
  return strangersOf(provider, `anyone with a token of ${provider}, as ${why}`);
}

/** Values of one key are alternatives: the widest decides. */
function widest(provider: string, { operator, values }: Condition): Breadth {
  const breadths = values.map((value) => breadthOf(provider, value, operator));
  return breadths.find((each) => each === 'everyone') ?? breadths.find((each) => each === 'tenant') ?? 'narrow';
}

function strangersOf(provider: string, who: string): Loose {
  return SHARED_ISSUERS.includes(provider)
    ? { who, severity: { is: 'critical', because: 'Everyone can get such a token.' } }
    : { who, severity: { is: 'medium', because: `Who can get a token of ${provider} is not known here.` } };
}

function audienceLoose(provider: string, audiences: readonly Condition[]): Loose | null {
  if (audiences.some((each) => holdsFor(each, (value) => isFixed(value, each.operator)))) return null;
  return {
    who: `tokens of ${provider} for whatever audience the provider knows`,
    severity: { is: 'low', because: 'The subject is limited; only the audience is not.' },
  };
}
