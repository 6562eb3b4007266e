import { isFixed } from './condition.ts';
import { hasWildcard } from './wildcard.ts';

/** Whose tokens a subject lets in: everyone's, one tenant's whatever they are for, or those for one purpose. */
export type Breadth = 'everyone' | 'tenant' | 'narrow';

export const GITHUB = 'token.actions.githubusercontent.com';

/**
 * How much a value of an OIDC token's `sub` lets in. `repo:*` and `repo:ac*` are everyone's; `repo:acme/*` is the organization's;
 * `repo:acme/shop:*` is one repository's, on any branch.
 */
export function breadthOf(provider: string, subject: string, operator: string): Breadth {
  if (subject.includes('${')) return 'everyone';
  const reading = isFixed(subject, operator) ? 'literal' : 'pattern';
  if (provider.startsWith(GITHUB)) return githubBreadth(subject, reading === 'literal');
  if (reading === 'literal') return 'narrow';
  const [kind = '', tenant = '', rest = ''] =
    FORMATS.map((format) => format.exec(subject)?.slice(1)).find(Boolean) ?? [];
  if (kind === '' || isOpen(kind) || isOpen(tenant)) return 'everyone';
  if (kind === 'project_path') return isOpen(rest.split(':')[0] ?? '') ? 'tenant' : 'narrow';
  if (kind === 'organization') return PARTS_OF_ORGANIZATION.test(rest) ? 'narrow' : 'tenant';
  return kind !== CLUSTER && kind !== '{' && /^[*?:]*$/.test(rest) ? 'tenant' : 'narrow';
}

const CLUSTER = 'system:serviceaccount';

/** What comes before the tenant, the tenant, and the rest, in the subjects of EKS clusters, of Bitbucket, Pulumi, and others. */
const FORMATS = [
  /^(system:serviceaccount):([^:]*):?(.*)$/,
  /^(\{)([\da-fA-F-]{36})\}:?(.+)$/,
  /^(pulumi:[^:]*:org):([^:]*):?(.*)$/,
  /^([\w.-]+):([^:/]*)[:/]?(.*)$/,
];

/** A project, workspace or pipeline that is named, in part at least. */
const PARTS_OF_ORGANIZATION = /(?:^|:)(?:project|workspace|pipeline):[^:*?]/;

/** A value without a wildcard names one; an empty one names none. */
function isOpen(value: string): boolean {
  return value === '' || hasWildcard(value);
}

/** Whoever owns a repository chooses of what claims its subjects are made, so that only those that name an owner tell anything. */
function githubBreadth(subject: string, literal: boolean): Breadth {
  const opens = (value: string) => value === '' || (!literal && hasWildcard(value));
  let narrowest: Breadth = 'everyone';
  const parts = subject.split(':');
  // `repo:acme/shop:ref:refs/heads/main`: `repo` is `acme/shop`, `ref` is `refs/heads/main`.
  for (let at = 0; at + 1 < parts.length; at++) {
    const [claim = '', value = ''] = [parts[at], parts[at + 1]];
    if (!/^[a-z_]+$/.test(claim)) continue;
    const breadth = claimBreadth(claim, value, opens);
    if (breadth === 'narrow') return breadth;
    if (breadth === 'tenant') narrowest = breadth;
    at++;
  }
  return narrowest;
}

function claimBreadth(claim: string, value: string, opens: (value: string) => boolean): Breadth {
  const [owner = '', repository = ''] = value.split('/');
  if (claim === 'repo' || claim === 'repository')
    return opens(owner) ? 'everyone' : opens(repository) ? 'tenant' : 'narrow';
  if (claim === 'repository_id') return opens(value) ? 'everyone' : 'narrow';
  return OWNER_CLAIMS.test(claim) && !opens(owner) ? 'tenant' : 'everyone';
}

/** Claims that name an organization or enterprise; the workflow of one can be called from any repository there is. */
const OWNER_CLAIMS = /^(?:repository_owner(?:_id)?|enterprise(?:_id)?|job_workflow_ref)$/;

/** Any may hold: the widest decides. */
export function widest(breadths: readonly Breadth[]): Breadth {
  return breadths.find((each) => each === 'everyone') ?? breadths.find((each) => each === 'tenant') ?? 'narrow';
}
