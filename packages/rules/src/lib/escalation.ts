import { attachedArns, boundaryArn } from '../aws/relations/iam.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import { administratorStatement } from './administrator-access.ts';
import type { RequestContext } from './condition-verdict.ts';
import { ESCALATION_WAYS, type Need, type Target } from './escalation-ways.ts';
import type { HeldStatement, Holder } from './held-policies.ts';
import { granted, type Granted, type Permissions, type Request } from './permissions.ts';
import { statementsOf } from './policy-document.ts';

export interface OpenWay {
  readonly what: string;
  /** The actions that it takes. */
  readonly actions: readonly string[];
  readonly by: readonly HeldStatement[];
  /** Condition keys on which it depends and of which the recording tells nothing. */
  readonly depends: readonly string[];
}

/** The ways by which a holder gets the rights it lacks, of those that its own policies open, within its boundary. */
export function openWays(
  holder: Holder,
  account: SnapshotAccount,
  permissions: Permissions<HeldStatement>,
): readonly OpenWay[] {
  const world = { holder, account };
  const ways = ESCALATION_WAYS.filter(({ open }) => open.includes(holder.kind)).flatMap(({ what, needs }) => {
    const grants = needs.map((need) => grantOf(permissions, requestsFor(need, world)));
    return grants.every((grant) => grant !== null) ? [openWay(what, needs, grants)] : [];
  });
  const boundary = permissions.boundary && unboundedWay(world, permissions);
  return boundary ? [...ways, boundary] : ways;
}

function openWay(
  what: string,
  needs: readonly Pick<Need, 'action'>[],
  grants: readonly Granted<HeldStatement>[],
): OpenWay {
  return {
    what,
    actions: needs.map(({ action }) => action),
    by: grants.map(({ by }) => by),
    depends: [...new Set(grants.flatMap(({ depends }) => depends))],
  };
}

interface World {
  readonly holder: Holder;
  readonly account: SnapshotAccount;
}

/** Whoever may take off its permissions boundary has what its policies allow without it. */
function unboundedWay({ holder, account }: World, permissions: Permissions<HeldStatement>): OpenWay | null {
  const without = { ...permissions, boundary: null };
  if (!administratorStatement(permissions.statements) && openWays(holder, account, without).length === 0) return null;
  const kind = holder.kind === 'role' ? 'Role' : 'User';
  for (const verb of ['Delete', 'Put']) {
    const action = `iam:${verb}${kind}PermissionsBoundary`;
    const grant = grantOf(permissions, requestsFor({ action, on: 'self' }, { holder, account }));
    if (grant) return openWay('take off its own permissions boundary', [{ action }], [grant]);
  }
  return null;
}

function grantOf(permissions: Permissions<HeldStatement>, requests: readonly Request[]): Granted<HeldStatement> | null {
  const grants = requests.flatMap((request) => granted(permissions, request) ?? []);
  return grants.find(({ depends }) => depends.length === 0) ?? grants[0] ?? null;
}

/** Policies of AWS that make an administrator, directly or in a second step. */
const ADMINISTRATIVE = ['AdministratorAccess', 'IAMFullAccess'];

/** What to ask for a need; of several requests one is enough. */
function requestsFor({ action, on, service }: Need, world: World): readonly Request[] {
  const { holder, account } = world;
  const known: RequestContext = {
    // Of the others it is not known which boundary they have; most have none.
    'iam:permissionsboundary': (on === 'self' && boundaryArn(holder.details)) || null,
    ...(service !== undefined && { 'iam:passedtoservice': service }),
    ...(holder.kind !== 'group' && { 'aws:principalarn': holder.details.Arn ?? null }),
  };
  const contexts = action.includes(':Attach')
    ? ADMINISTRATIVE.map((name) => ({ ...known, 'iam:policyarn': `arn:${account.partition}:iam::aws:policy/${name}` }))
    : [known];
  return resourcesFor(on, world).flatMap((resource) => contexts.map((context) => ({ action, resource, context })));
}

function resourcesFor(on: Target, { holder, account: { id, partition } }: World): readonly (string | null)[] {
  const arn = (local: string) => `arn:${partition}:iam::${id}:${local}`;
  switch (on) {
    case 'any':
      return [null];
    case 'every user':
      return [arn('user/*')];
    case 'every group':
      return [arn('group/*')];
    case 'every role':
      return [arn('role/*')];
    case 'self':
      return holder.kind === 'role'
        ? ownArn(holder)
        : [...(holder.kind === 'user' ? ownArn(holder) : []), arn('user/${aws:username}')];
    case 'own group':
      if (holder.kind === 'group') return ownArn(holder);
      return holder.kind === 'user' ? (holder.details.GroupList ?? []).map((name) => arn(`group/${name}`)) : [];
    case 'own policy':
      return customerPolicies(holder, id);
    case 'own older version':
      return customerPolicies(holder, id).filter((each) => hasOpenVersion(holder, each));
  }
}

function ownArn({ details: { Arn } }: Holder): readonly string[] {
  return Arn === undefined ? [] : [Arn];
}

/** AWS's own policies cannot be rewritten. */
function customerPolicies({ details }: Holder, account: string): readonly string[] {
  return attachedArns(details).filter((arn) => arn.split(':')[4] === account);
}

function hasOpenVersion({ managed }: Holder, arn: string): boolean {
  const details = managed.find(({ id }) => id === arn)?.facets.authorizationDetails;
  return (details?.PolicyVersionList ?? []).some(
    ({ VersionId, Document }) =>
      VersionId !== details?.DefaultVersionId && administratorStatement(statementsOf(Document ?? {})) !== undefined,
  );
}
