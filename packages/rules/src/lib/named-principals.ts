import type { PolicyDocument, PolicyPrincipal } from '@plumbline/model';
import { listOf } from './policy-document.ts';
import { hasWildcard } from './wildcard.ts';

/** Whom the Allow statements of a resource's policy name. They may let in fewer, never others, unless by conditions on who asks. */
export interface NamedPrincipals {
  /** Somebody who is not fixed: everyone, all but some, or whoever a wildcard or a variable stands for. */
  readonly open: boolean;
  readonly services: boolean;
  readonly federated: boolean;
  /** The accounts of all others, by number, each once; what tells no account stands for itself. */
  readonly accounts: readonly string[];
}

let last: { readonly policy: PolicyDocument; readonly named: NamedPrincipals } | null = null;

/** Read once for the rules that ask of one policy, one after the other. */
export function namedPrincipals(policy: PolicyDocument): NamedPrincipals {
  if (last?.policy !== policy) last = { policy, named: readNamed(policy) };
  return last.named;
}

/** Whether a policy may let in somebody of another account. */
export function mayNameOthers(policy: PolicyDocument, account: string): boolean {
  const { open, accounts } = namedPrincipals(policy);
  return open || accounts.length > 1 || (accounts.length === 1 && accounts[0] !== account);
}

interface Naming {
  open: boolean;
  services: boolean;
  federated: boolean;
  readonly accounts: string[];
}

function readNamed({ Statement }: PolicyDocument): NamedPrincipals {
  const named: Naming = { open: false, services: false, federated: false, accounts: [] };
  for (const { Effect, Principal, NotPrincipal } of listOf(Statement)) {
    if (Effect !== 'Allow') continue;
    if (NotPrincipal !== undefined) return ANYBODY;
    if (Principal !== undefined && !addTo(named, Principal)) return ANYBODY;
  }
  return named;
}

const ANYBODY: NamedPrincipals = { open: true, services: true, federated: true, accounts: [] };

/** @returns whether the principal is in due form; what is not is left to whoever looks at all of the policy */
function addTo(named: Naming, principal: PolicyPrincipal): boolean {
  if (typeof principal === 'string') return addName(named, 'AWS', principal);
  if (typeof principal !== 'object' || principal === null) return false;
  for (const kind of Object.keys(principal))
    for (const name of listOf(principal[kind])) if (!addName(named, kind, name)) return false;
  return true;
}

function addName(named: Naming, kind: string, name: string): boolean {
  if (typeof name !== 'string') return false;
  if (hasWildcard(name) || name.includes('${')) named.open = true;
  if (kind === 'Service') {
    named.services = true;
    return true;
  }
  if (kind === 'Federated') {
    named.federated = true;
    if (!name.startsWith('arn:')) named.open = true;
  }
  const account = accountIn(name);
  if (!named.accounts.includes(account)) named.accounts.push(account);
  return true;
}

/** The account of an ARN, which is its fifth part; the name itself where it has none. */
export function accountIn(name: string): string {
  let start = 0;
  for (let part = 0; part < 4; part++) {
    start = name.indexOf(':', start) + 1;
    if (start === 0) return name;
  }
  const end = name.indexOf(':', start);
  return end < 0 ? name : name.slice(start, end);
}
