import type { SecurityGroup } from '@plumbline/model';
import type { Evidence } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';
import { openings } from './openings.ts';
import type { PublicAddress } from './public-address.ts';

type Groups = readonly Related<{ readonly securityGroup: SecurityGroup }>[];

/**
 * The first group that lets in everyone to one of the addresses, with the range that does. `group` is `null` when surely none
 * does; `null` where a group or a prefix list is not known.
 */
export function openGroup(
  addresses: readonly PublicAddress[],
  groups: Groups,
): { readonly group: Related; readonly evidence: readonly Evidence[] } | { readonly group: null } | null {
  let isSure = true;
  for (const { family, groups: ids } of addresses)
    for (const id of ids) {
      const group = groups.find(({ facets }) => facets.securityGroup.GroupId === id);
      const { open, unread } = group
        ? openings(group.facets.securityGroup, 'IpPermissions', [])
        : { open: [], unread: [] };
      const source = open.flatMap(({ sources }) => sources).find(({ cidr }) => cidr.family === family);
      if (group && source) return { group, evidence: source.evidence().map((item) => ({ ...item, of: group })) };
      isSure &&= group !== undefined && unread.length === 0;
    }
  return isSure ? { group: null } : null;
}
