import type { SnapshotAccount } from '../kernel/relation.ts';

/** Why a resource is for the account that owns it to judge; `null` for the account's own. Shared VPCs and gateways are listed too. */
export function otherOwner(owner: string | undefined, { id }: SnapshotAccount): string | null {
  return owner === undefined || owner === id ? null : `It belongs to account ${owner}, which shares it.`;
}
