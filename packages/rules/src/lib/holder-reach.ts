import type { GroupDetail, InlinePolicy } from '@plumbline/model';
import type { AttachedPolicy, GroupOfUser } from '../aws/relations/iam.ts';
import { REACHES_ALL, reachWithServices } from './action-reach.ts';
import { inlinePolicies, isAdministratorAccess, type Holder } from './held-policies.ts';
import { policySummary, reachIn } from './managed-policy.ts';

/** What a holder's policies reach, as the bits of `REACH`. */
export interface HolderReach {
  /** By its own inline policies; only here it is told whether they reach whole services. */
  readonly inline: number;
  /** By all its policies, those of a user's groups included. */
  readonly all: number;
  /** Whether the recording has the documents of all that are attached. */
  readonly isRead: boolean;
}

interface Seen {
  readonly details: Holder['details'];
  readonly managed: Holder['managed'];
  readonly groups: readonly GroupOfUser[] | null;
  readonly reach: HolderReach;
}

let last: Seen | null = null;

/** Read once for the rules that ask of one holder, one after the other. */
export function holderReach(holder: Holder): HolderReach {
  const { details, managed } = holder;
  const groups = holder.kind === 'user' ? holder.groups : null;
  if (last?.details !== details || last.managed !== managed || last.groups !== groups)
    last = { details, managed, groups, reach: readReach(holder) };
  return last.reach;
}

function readReach(holder: Holder): HolderReach {
  const own = inlineReach(inlinePolicies(holder).policies);
  let { all, isRead } = attachedReach(holder.details, holder.managed);
  all |= own;
  if (holder.kind === 'user')
    for (const { facets } of holder.groups) {
      const group = facets.authorizationDetails;
      const attached = attachedReach(group, holder.managed);
      all |= inlineReach(group.GroupPolicyList ?? []) | attached.all;
      isRead &&= attached.isRead;
    }
  return { inline: own, all, isRead };
}

function inlineReach(policies: readonly InlinePolicy[]): number {
  let bits = 0;
  for (const { PolicyDocument } of policies) if (PolicyDocument) bits |= reachWithServices(PolicyDocument);
  return bits;
}

function attachedReach(
  { AttachedManagedPolicies = [] }: Pick<GroupDetail, 'AttachedManagedPolicies'>,
  managed: readonly AttachedPolicy[],
): Pick<HolderReach, 'all' | 'isRead'> {
  let all = 0;
  let isRead = true;
  for (const { PolicyArn = '' } of AttachedManagedPolicies) {
    const policy = withArn(managed, PolicyArn);
    const reach = (policy && policyReach(policy)) ?? (isAdministratorAccess(PolicyArn) ? REACHES_ALL : null);
    if (reach === null) isRead = false;
    else all |= reach;
  }
  return { all, isRead };
}

function withArn(managed: readonly AttachedPolicy[], arn: string): AttachedPolicy | null {
  for (const policy of managed) if (policy.id === arn) return policy;
  return null;
}

function policyReach(policy: AttachedPolicy): number | null {
  return reachIn(policy.summary ?? policySummary(policy.facets));
}
