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

/** The way to a holder in the console, in words. */
export function openHolder(kind: HolderKind): string {
  const pages = { user: 'Users', group: 'User groups', role: 'Roles' };
  return `Open IAM → ${pages[kind]} and choose the ${kind}.`;
}

/** How the stories begin that are about what a holder may do: with its rights in the hands of somebody else. */
export function takenOver(kind: HolderKind): string {
  switch (kind) {
    case 'user':
      return 'Someone gets hold of an access key of the user, from a laptop or the log of a build.';
    case 'group':
      return 'Someone gets hold of an access key of one member of the group, from a laptop or the log of a build.';
    case 'role':
      return 'An application that runs with the role has a flaw, through which someone gets its session.';
  }
}
