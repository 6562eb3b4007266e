import { relationToMany, relationToOne } from '../../kernel/relation.ts';
import type { AttachedPolicy } from './iam.ts';

/** The role that an instance runs with: the one that is in its instance profile. */
export const roleOfInstance = relationToOne({
  from: 'AWS::EC2::Instance',
  reads: ['instance'],
  to: 'AWS::IAM::Role',
  facets: ['authorizationDetails'],
  keys: ({ authorizationDetails: { InstanceProfileList = [] } }) => InstanceProfileList.flatMap(({ Arn }) => Arn ?? []),
  lookup: ({ instance: { IamInstanceProfile: profile } }) => (profile?.Arn === undefined ? [] : [profile.Arn]),
});

const EVERY = 'every';

/**
 * The managed policies that somebody in the account has, for an instance with a profile. What leads from an instance to the policies
 * of its role goes over two relations, and a rule can follow one: so it gets them all, and looks for those of the role.
 */
export const managedPoliciesInUse = relationToMany({
  from: 'AWS::EC2::Instance',
  reads: ['instance'],
  to: 'AWS::IAM::ManagedPolicy',
  facets: ['authorizationDetails'],
  keys: ({ authorizationDetails: { AttachmentCount = 1, PermissionsBoundaryUsageCount = 1 } }) =>
    AttachmentCount + PermissionsBoundaryUsageCount > 0 ? [EVERY] : [],
  lookup: ({ instance: { IamInstanceProfile: profile } }) => (profile ? [EVERY] : []),
  project: ({ authorizationDetails: { DefaultVersionId, PolicyVersionList = [] } }): AttachedPolicy['facets'] => ({
    authorizationDetails: { DefaultVersionId, PolicyVersionList },
  }),
});
