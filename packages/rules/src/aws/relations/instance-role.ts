import { administrativePart } from '../../lib/administrative-part.ts';
import { relationToOne, through } from '../../kernel/relation.ts';
import { managedPolicies } from './iam.ts';

/** The role that an instance runs with: the one that is in its instance profile. */
export const roleOfInstance = relationToOne({
  from: 'AWS::EC2::Instance',
  reads: ['instance'],
  to: 'AWS::IAM::Role',
  facets: ['authorizationDetails'],
  keys: ({ authorizationDetails: { InstanceProfileList = [] } }) => InstanceProfileList.flatMap(({ Arn }) => Arn ?? []),
  lookup: ({ instance: { IamInstanceProfile: profile } }) => (profile?.Arn === undefined ? [] : [profile.Arn]),
  project: ({ authorizationDetails }) => ({ authorizationDetails: administrativePart(authorizationDetails) }),
});

/** The managed policies of the role that an instance runs with. */
export const managedPoliciesOfInstance = through(roleOfInstance, managedPolicies);
