import type { PolicyStatement, RecordedResource } from '@plumbline/model';
import {
  attached,
  group,
  inlinePolicy,
  managedPolicy,
  policyDocument,
  role,
  TEST_ACCOUNT,
  user,
} from '@plumbline/model/testing';
import type { HolderKind } from '../lib/held-policies.ts';

type Policy = ReturnType<typeof managedPolicy>;

interface Held {
  /** Statements of one inline policy, `own`. */
  readonly inline?: readonly PolicyStatement[];
  readonly attached?: readonly Policy[];
  /** Of users and roles. */
  readonly boundary?: Policy;
  readonly path?: string;
}

/** A user, group or role with these policies and no others: `invoices`. */
export function holderOf(kind: HolderKind, held: Held): RecordedResource {
  const policies = held.inline ? [inlinePolicy('own', ...held.inline)] : [];
  const details = {
    AttachedManagedPolicies: (held.attached ?? []).map(attached),
    ...(held.path !== undefined && { Path: held.path }),
    ...(held.boundary && { PermissionsBoundary: { PermissionsBoundaryArn: held.boundary.id } }),
  };
  const name = 'invoices';
  switch (kind) {
    case 'user':
      return user({ name, details: { ...details, UserPolicyList: policies } });
    case 'group':
      return group({ name, details: { ...details, GroupPolicyList: policies } });
    case 'role':
      return role({ name, details: { ...details, RolePolicyList: policies } });
  }
}

/** The facet's field with the inline policies of a kind. */
export const INLINE_FIELD = { user: 'UserPolicyList', group: 'GroupPolicyList', role: 'RolePolicyList' } as const;

/** What a kind changes its own policies by. */
export const PUT = { user: 'iam:PutUserPolicy', group: 'iam:PutGroupPolicy', role: 'iam:PutRolePolicy' } as const;
export const ATTACH = {
  user: 'iam:AttachUserPolicy',
  group: 'iam:AttachGroupPolicy',
  role: 'iam:AttachRolePolicy',
} as const;

/** An ARN of IAM in the account of tests. */
export function iam(kind: string, name: string): string {
  return `arn:aws:iam::${TEST_ACCOUNT}:${kind}/${name}`;
}

/** A policy of the customer, `shared`, with these statements. */
export function customerPolicy(...statements: readonly PolicyStatement[]): Policy {
  return managedPolicy({ name: 'shared', document: policyDocument(...statements) });
}

/** One of AWS's own. */
export function awsPolicy(name: string, ...statements: readonly PolicyStatement[]): Policy {
  return managedPolicy({ id: `arn:aws:iam::aws:policy/${name}`, name, document: policyDocument(...statements) });
}

export function allow(rest: PolicyStatement): PolicyStatement {
  return { Effect: 'Allow', ...(rest.NotResource === undefined && { Resource: '*' }), ...rest };
}

export function deny(rest: PolicyStatement): PolicyStatement {
  return { Effect: 'Deny', ...(rest.NotResource === undefined && { Resource: '*' }), ...rest };
}

/** The holder whose details could not be read. */
export function unreadHolder(kind: HolderKind): RecordedResource {
  const resource = holderOf(kind, {});
  const notCollected = {
    reason: 'ACCESS_DENIED',
    action: 'iam:GetAccountAuthorizationDetails',
    message: 'not authorized',
  };
  return { ...resource, facets: { ...resource.facets, authorizationDetails: { notCollected } } };
}
