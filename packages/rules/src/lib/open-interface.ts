import type { SecurityGroup } from '@plumbline/model';
import type { Evidence } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';
import { openings } from './openings.ts';
import type { PublicAddress } from './public-address.ts';

/** What a group is summed up in that surely lets in nobody but known networks. */
export const CLOSED = 1;

type Groups = readonly Related<{ readonly securityGroup: SecurityGroup }>[];

/**
 * The first group that lets in everyone to one of the addresses, with the range that does. `group` is `null` when surely none
 * does; `null` where a group or a prefix list is not known.
 * @param asked the addresses whose groups were looked for: these, and perhaps others
 */
export function openGroup(
  addresses: readonly PublicAddress[],
  groups: Groups,
  asked: readonly PublicAddress[],
): { readonly group: Related; readonly evidence: readonly Evidence[] } | { readonly group: null } | null {
  const areAllFound = groups.length === new Set(asked.flatMap((address) => address.groups)).size;
  // Of a group that is closed by what it is summed up in nothing more is read: which one it is does not matter.
  const perhapsOpen = areAllFound ? groups.filter(({ summary }) => summary !== CLOSED) : groups;
  if (areAllFound && perhapsOpen.length === 0) return { group: null };
  let isSure = true;
  for (const { family, groups: ids } of addresses)
    for (const id of ids) {
      const group = perhapsOpen.find(({ facets }) => facets.securityGroup.GroupId === id);
      const { open, unread } = group
        ? openings(group.facets.securityGroup, 'IpPermissions', [])
        : { open: [], unread: [] };
      const source = open.flatMap(({ sources }) => sources).find(({ cidr }) => cidr.family === family);
      if (group && source) return { group, evidence: source.evidence().map((item) => ({ ...item, of: group })) };
      isSure &&= (group !== undefined || areAllFound) && unread.length === 0;
    }
  return isSure ? { group: null } : null;
}
