import type { BucketAcl, OwnershipControls } from '@plumbline/model';

/** Whether ACLs have no effect on the bucket and its objects. `null`: none set, as on buckets from before April 2023: they have. */
export function aclsAreDisabled(ownership: OwnershipControls | null): boolean {
  return ownership?.Rules?.some(isEnforced) ?? false;
}

function isEnforced({ ObjectOwnership }: NonNullable<OwnershipControls['Rules']>[number]): boolean {
  return ObjectOwnership === 'BucketOwnerEnforced';
}

const PUBLIC_GROUPS: Readonly<Record<string, string>> = {
  'http://acs.amazonaws.com/groups/global/AllUsers': 'anyone on the internet',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers': 'anyone with an AWS account',
};

export interface AclGrant {
  readonly who: string;
  readonly permission: string;
  /** JSON Pointer to it. */
  readonly pointer: string;
}

/** What an ACL gives to the public. */
export function publicAclGrants({ Grants = [] }: BucketAcl): readonly AclGrant[] {
  return Grants.flatMap(({ Grantee, Permission = '' }, index) => {
    const who = PUBLIC_GROUPS[Grantee?.URI ?? ''];
    return who === undefined ? [] : [{ who, permission: Permission, pointer: `/acl/Grants/${index}` }];
  });
}

/** What an ACL gives to single accounts beside the owner's; the groups of AWS, such as log delivery, are none. */
export function otherAccountsGrants({ Owner, Grants = [] }: BucketAcl): readonly AclGrant[] {
  return Grants.flatMap(({ Grantee, Permission = '' }, index) => {
    const who = Grantee?.ID ?? Grantee?.EmailAddress;
    if (who === undefined || who === Owner?.ID) return [];
    return [{ who, permission: Permission, pointer: `/acl/Grants/${index}` }];
  });
}
