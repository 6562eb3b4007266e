import { isFixed } from './condition.ts';
import { hasWildcard } from './wildcard.ts';

/** Whose tokens a subject lets in: everyone's, one tenant's whatever they are for, or those for one purpose. */
export type Breadth = 'everyone' | 'tenant' | 'narrow';

/**
 * How much a value of an OIDC token's `sub` lets in. `repo:*` and `repo:ac*` are everyone's; `repo:acme/*` is the organization's;
 * `repo:acme/shop:*` is one repository's, on any branch.
 */
export function breadthOf(provider: string, subject: string, operator: string): Breadth {
  if (isFixed(subject, operator)) return 'narrow';
  if (subject.includes('${')) return 'everyone';
  // A cluster of EKS: system:serviceaccount:namespace:name.
  const [kind = '', tenant = '', rest = ''] = provider.startsWith('oidc.eks.')
    ? parts(/^(system:serviceaccount):([^:]*):?(.*)$/, subject)
    : parts(/^([\w.-]+):([^:/]*)[:/]?(.*)$/, subject);
  if (kind === '' || tenant === '' || hasWildcard(kind) || hasWildcard(tenant)) return 'everyone';
  const first = rest.split(':')[0] ?? '';
  if (/^(?:repo|project_path)$/.test(kind)) return first === '' || hasWildcard(first) ? 'tenant' : 'narrow';
  return /^[*?:]*$/.test(rest) && !provider.startsWith('oidc.eks.') ? 'tenant' : 'narrow';
}

function parts(pattern: RegExp, subject: string): readonly string[] {
  return pattern.exec(subject)?.slice(1) ?? [];
}
