import type { GroupDetail, RoleDetail, UserDetail } from '@plumbline/model';
import { relationToMany, type Related } from '../../kernel/relation.ts';
import { policySummary, type KeptPolicy } from '../../lib/managed-policy.ts';

export type PolicyHolder = UserDetail | GroupDetail | RoleDetail;

export type AttachedPolicy = Related<KeptPolicy>;

/** The managed policies of a group or role: attached to it, or its permissions boundary. */
export const managedPolicies = relationToMany<
  'AWS::IAM::Group' | 'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'authorizationDetails',
  'authorizationDetails',
  KeptPolicy
>({
  reads: ['authorizationDetails'],
  to: 'AWS::IAM::ManagedPolicy',
  facets: ['authorizationDetails'],
  lookup: ({ authorizationDetails }) => policyArns(authorizationDetails),
  project: kept,
  summary: policySummary,
});

const EVERY = 'every';

/**
 * The managed policies of a user and of its groups, others among them. What leads from a user to the policies of its groups goes
 * over two relations, and a rule can follow one: so a user in a group gets all that are attached to anything.
 */
export const managedPoliciesOfUser = relationToMany({
  from: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  to: 'AWS::IAM::ManagedPolicy',
  facets: ['authorizationDetails'],
  keys: ({ authorizationDetails: { AttachmentCount = 1 } }, { id }) => (AttachmentCount > 0 ? [id, EVERY] : [id]),
  lookup: ({ authorizationDetails }) => [
    ...policyArns(authorizationDetails),
    ...((authorizationDetails.GroupList ?? []).length > 0 ? [EVERY] : []),
  ],
  project: kept,
  summary: policySummary,
});

/** The groups of a user, with what they may do. */
export const groupsOfUser = relationToMany({
  from: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  to: 'AWS::IAM::Group',
  facets: ['authorizationDetails'],
  keys: ({ authorizationDetails: { GroupName } }) => (GroupName === undefined ? [] : [GroupName]),
  lookup: ({ authorizationDetails: { GroupList = [] } }) => GroupList,
});

export type GroupOfUser = Related<{ readonly authorizationDetails: GroupDetail }>;

/** What a rule needs to judge a user by all its policies. */
export const policiesOfUser = { managed: managedPoliciesOfUser, groups: groupsOfUser };

function policyArns(holder: PolicyHolder): readonly string[] {
  const boundary = boundaryArn(holder);
  const attached = attachedArns(holder);
  return boundary === undefined ? attached : [...attached, boundary];
}

function kept({ authorizationDetails: { DefaultVersionId, PolicyVersionList } }: KeptPolicy): KeptPolicy {
  return { authorizationDetails: { DefaultVersionId, PolicyVersionList } };
}

export function attachedArns(holder: PolicyHolder): readonly string[] {
  return (holder.AttachedManagedPolicies ?? []).map(({ PolicyArn = '' }) => PolicyArn);
}

export function boundaryArn(holder: PolicyHolder): string | undefined {
  return 'PermissionsBoundary' in holder ? holder.PermissionsBoundary?.PermissionsBoundaryArn : undefined;
}
