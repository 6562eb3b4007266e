import type { GroupDetail, ManagedPolicyDetail, PolicyDocument, RoleDetail, UserDetail } from '@plumbline/model';
import { relationToMany, type Related } from '../../kernel/relation.ts';

export type PolicyHolder = UserDetail | GroupDetail | RoleDetail;

/** Of a managed policy, its versions and which of them is in force. */
interface Kept {
  readonly authorizationDetails: {
    readonly DefaultVersionId?: string | undefined;
    readonly PolicyVersionList?: ManagedPolicyDetail['PolicyVersionList'] | undefined;
  };
}

export type AttachedPolicy = Related<Kept>;

/** The managed policies of a user, group or role: attached to it, or its permissions boundary. */
export const managedPolicies = relationToMany<
  'AWS::IAM::User' | 'AWS::IAM::Group' | 'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'authorizationDetails',
  'authorizationDetails',
  Kept
>({
  reads: ['authorizationDetails'],
  to: 'AWS::IAM::ManagedPolicy',
  facets: ['authorizationDetails'],
  lookup: ({ authorizationDetails }) => {
    const boundary = boundaryArn(authorizationDetails);
    return [...attachedArns(authorizationDetails), ...(boundary === undefined ? [] : [boundary])];
  },
  project: ({ authorizationDetails: { DefaultVersionId, PolicyVersionList } }) => ({
    authorizationDetails: { DefaultVersionId, PolicyVersionList },
  }),
});

export function attachedArns(holder: PolicyHolder): readonly string[] {
  return (holder.AttachedManagedPolicies ?? []).map(({ PolicyArn = '' }) => PolicyArn);
}

export function boundaryArn(holder: PolicyHolder): string | undefined {
  return 'PermissionsBoundary' in holder ? holder.PermissionsBoundary?.PermissionsBoundaryArn : undefined;
}

/** The document in force, and the pointer to it from the policy's facets; `null` where it is not recorded. */
export function defaultDocument({
  authorizationDetails: { DefaultVersionId, PolicyVersionList = [] },
}: Kept): { readonly document: PolicyDocument; readonly pointer: string } | null {
  const index = PolicyVersionList.findIndex(({ VersionId }) => VersionId === DefaultVersionId);
  const document = PolicyVersionList[index]?.Document;
  return document ? { document, pointer: `/authorizationDetails/PolicyVersionList/${index}/Document` } : null;
}
