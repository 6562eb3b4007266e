import type { HolderKind } from './held-policies.ts';

/** Which policies a rule judges together, in words. */
export function allPolicies(kind: HolderKind): string {
  switch (kind) {
    case 'user':
      return 'its inline and attached policies and those of its groups together, after each Deny and its permissions boundary (what one group alone allows is told of at the group)';
    case 'group':
      return 'its inline and attached policies together, after each Deny';
    case 'role':
      return 'its inline and attached policies together, after each Deny and its permissions boundary';
  }
}

/** After what the inline policies of a holder are judged, in words. */
export function afterDenies(kind: HolderKind): string {
  switch (kind) {
    case 'user':
      return 'after each Deny, those of its groups included, and its permissions boundary';
    case 'group':
      return 'after each Deny';
    case 'role':
      return 'after each Deny and its permissions boundary';
  }
}
