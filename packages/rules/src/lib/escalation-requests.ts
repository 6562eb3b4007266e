import { attachedArns, boundaryArn } from '../aws/relations/iam.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import { administratorGrant } from './administrator-access.ts';
import type { RequestContext } from './condition-verdict.ts';
import type { Need, Target } from './escalation-ways.ts';
import type { Holder } from './held-policies.ts';
import { oncePer } from './once-per.ts';
import { permissionsBy, type Request } from './permissions.ts';
import { coversResource, listOf, statementsOf, type LocatedStatement } from './policy-document.ts';
import { hasWildcard } from './wildcard.ts';

export interface World {
  readonly holder: Holder;
  readonly account: SnapshotAccount;
}

/** Names under which statements may let something new be made, as patterns: `*`, `app/*`. A way that makes nothing has one for form's sake. */
export function newNames(
  needs: readonly Need[],
  statements: readonly LocatedStatement[],
  account: SnapshotAccount,
): readonly string[] {
  const kind = needs.find(({ on }) => on.startsWith('new '))?.on.slice('new '.length);
  if (kind === undefined) return ANY_NAME;
  const known = namesIn(statements);
  let names = known.get(kind);
  if (!names) {
    names = namesOf(kind, statements, account);
    known.set(kind, names);
  }
  return names;
}

const ANY_NAME = ['*'];

/** Kind → names, of the statements of one holder: several ways ask. */
const namesIn = oncePer((_statements: readonly LocatedStatement[]) => new Map<string, readonly string[]>());

function namesOf(kind: string, statements: readonly LocatedStatement[], account: SnapshotAccount): readonly string[] {
  const everyOne = arnIn(account, `${kind}/*`);
  const names = new Set<string>();
  for (const { statement } of statements) {
    if (statement.Effect !== 'Allow') continue;
    if (coversResource(statement, everyOne)) names.add('*');
    for (const resource of listOf(statement.Resource)) {
      if (!hasWildcard(resource) || !resource.startsWith('arn:')) continue;
      const [, place, name = ''] = /^arn:[^:]*:iam::[^:]*:([^/]*)\/(.*)$/.exec(resource) ?? [];
      // Without a wildcard the one of that name may be there already, and cannot be made.
      if (place === kind && hasWildcard(name)) names.add(name);
    }
  }
  return [...names];
}

function arnIn({ id, partition }: SnapshotAccount, local: string): string {
  return `arn:${partition}:iam::${id}:${local}`;
}

/** Policies of AWS that make an administrator, directly or in a second step. */
const ADMINISTRATIVE = ['AdministratorAccess', 'IAMFullAccess'];

/** What to ask for a need; of several requests one is enough. */
export function requestsFor({ action, on, service }: Need, name: string, world: World): readonly Request[] {
  const { account } = world;
  const administrative = ADMINISTRATIVE.map((policy) => `arn:${account.partition}:iam::aws:policy/${policy}`);
  const known: RequestContext = {
    'iam:permissionsboundary': boundaryTold(action, on, world) ?? null,
    ...(service !== undefined && { 'iam:passedtoservice': service }),
  };
  const contexts = action.includes(':Attach')
    ? administrative.map((arn) => ({ ...known, 'iam:policyarn': arn }))
    : [known];
  return resourcesFor(on, name, world).flatMap((resource) =>
    contexts.map((context) => ({ action, resource, context })),
  );
}

/** The boundary that a request is about: the one to be set, else that of whom it changes. Of others it is not known; most have none. */
function boundaryTold(action: string, on: Target, { holder, account }: World): string | undefined {
  if (/:Put\w+PermissionsBoundary$/.test(action)) return `arn:${account.partition}:iam::aws:policy/AdministratorAccess`;
  return on === 'self' ? boundaryArn(holder.details) : undefined;
}

function resourcesFor(on: Target, name: string, { holder, account }: World): readonly (string | null)[] {
  switch (on) {
    case 'any':
      return [null];
    case 'every user':
    case 'every group':
    case 'every role':
      return [arnIn(account, `${on.slice('every '.length)}/*`)];
    case 'new user':
    case 'new group':
    case 'new role':
      return [arnIn(account, `${on.slice('new '.length)}/${name}`)];
    case 'self':
      return selfOf(holder, account);
    case 'own group':
      return groupsOf(holder);
    case 'own policy':
      return customerPolicies(holder, account);
    case 'own older version':
      return customerPolicies(holder, account).filter((each) => hasOpenVersion(holder, each, account));
  }
}

/** A user may be named by its ARN or by the policy variable; the members of a group only by the variable. */
function selfOf({ kind, details: { Arn, Path = '/' } }: Holder, account: SnapshotAccount): readonly string[] {
  const arns = Arn === undefined || kind === 'group' ? [] : [Arn];
  const path = kind === 'group' ? '/' : Path;
  return kind === 'role' ? arns : [...arns, arnIn(account, `user${path}\${aws:username}`)];
}

function groupsOf(holder: Holder): readonly string[] {
  if (holder.kind === 'role') return [];
  const groups =
    holder.kind === 'group' ? [holder.details] : holder.groups.map((each) => each.facets.authorizationDetails);
  return groups.flatMap(({ Arn }) => Arn ?? []);
}

/** The policies that the holder has, for itself and by its groups. AWS's own cannot be rewritten. */
function customerPolicies(holder: Holder, { id }: SnapshotAccount): readonly string[] {
  const groups = holder.kind === 'user' ? holder.groups.map(({ facets }) => facets.authorizationDetails) : [];
  return [holder.details, ...groups].flatMap(attachedArns).filter((arn) => arn.split(':')[4] === id);
}

function hasOpenVersion({ managed }: Holder, arn: string, account: SnapshotAccount): boolean {
  const details = managed.find(({ id }) => id === arn)?.facets.authorizationDetails;
  return (details?.PolicyVersionList ?? []).some(
    ({ VersionId, Document = {} }) =>
      VersionId !== details?.DefaultVersionId &&
      administratorGrant(permissionsBy(statementsOf(Document)), account) !== null,
  );
}
