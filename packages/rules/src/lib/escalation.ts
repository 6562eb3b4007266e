import type { SnapshotAccount } from '../kernel/relation.ts';
import { administratorGrant } from './administrator-access.ts';
import { newNames, requestsFor, type World } from './escalation-requests.ts';
import { ESCALATION_WAYS, type EscalationWay, type Need } from './escalation-ways.ts';
import type { HeldStatement, Holder } from './held-policies.ts';
import { allowing, firstSure, granted, mayAllow, surest, type Granted, type Permissions } from './permissions.ts';

export interface OpenWay {
  readonly what: string;
  /** The actions that it takes. */
  readonly actions: readonly string[];
  readonly by: readonly HeldStatement[];
  /** Condition keys on which it depends and of which the recording tells nothing. */
  readonly depends: readonly string[];
}

/** An action of each service with which a way begins: who may do nothing in them has no way. */
const FIRST_NEEDS = [
  ...new Map(ESCALATION_WAYS.map(({ needs: [{ action }] }) => [action.split(':')[0], action])).values(),
];

/** The ways by which a holder gets the rights it lacks, of those that its policies open, within its boundary. */
export function openWays(
  holder: Holder,
  account: SnapshotAccount,
  permissions: Permissions<HeldStatement>,
): readonly OpenWay[] {
  if (FIRST_NEEDS.every((action) => allowing(permissions.statements, action).length === 0)) return [];
  const world = { holder, account };
  const ways = ESCALATION_WAYS.filter(({ open }) => open.includes(holder.kind)).flatMap(
    (way) => openWay(way, world, permissions) ?? [],
  );
  const boundary = permissions.boundary && unboundedWay(world, permissions);
  return boundary ? [...ways, boundary] : ways;
}

function openWay(
  { what, needs }: Pick<EscalationWay, 'what' | 'needs'>,
  world: World,
  permissions: Permissions<HeldStatement>,
): OpenWay | null {
  if (!needs.every(({ action }) => mayAllow(permissions, action))) return null;
  const ways = newNames(needs, permissions.statements, world.account).flatMap((name): readonly OpenWay[] => {
    const grants = needs.map((need) => grantOf(need, name, world, permissions));
    if (!grants.every((grant) => grant !== null)) return [];
    const depends = [...new Set(grants.flatMap((grant) => grant.depends))];
    return [{ what, actions: needs.map(({ action }) => action), by: grants.map(({ by }) => by), depends }];
  });
  return surest(ways);
}

function grantOf(
  need: Need,
  name: string,
  world: World,
  permissions: Permissions<HeldStatement>,
): Granted<HeldStatement> | null {
  return firstSure(requestsFor(need, name, world), (request) => granted(permissions, request));
}

/** Whoever may take off its permissions boundary has what its policies allow without it. */
function unboundedWay(world: World, permissions: Permissions<HeldStatement>): OpenWay | null {
  const { holder, account } = world;
  const without = { ...permissions, boundary: null };
  if (!administratorGrant(without, account) && openWays(holder, account, without).length === 0) return null;
  const kind = holder.kind === 'role' ? 'Role' : 'User';
  const ways = ['Delete', 'Put'].flatMap((verb) => {
    const need = { action: `iam:${verb}${kind}PermissionsBoundary`, on: 'self' } as const;
    return openWay({ what: 'take off its own permissions boundary', needs: [need] }, world, permissions) ?? [];
  });
  return surest(ways);
}
