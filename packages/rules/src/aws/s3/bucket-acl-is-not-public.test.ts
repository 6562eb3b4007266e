import type { BucketAcl } from '@plumbline/model';
import { account, bucket, notCollected, PRIVATE_ACL } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketAclIsNotPublic } from './bucket-acl-is-not-public.ts';

type Permission = NonNullable<NonNullable<BucketAcl['Grants']>[number]['Permission']>;

function grantedTo(group: string, permission: Permission): BucketAcl {
  return {
    ...PRIVATE_ACL,
    Grants: [...(PRIVATE_ACL.Grants ?? []), { Grantee: { Type: 'Group', URI: group }, Permission: permission }],
  };
}

const ALL = 'http://acs.amazonaws.com/groups/global/AllUsers';
const AUTHENTICATED = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
const open = account({ s3PublicAccessBlock: null });
const withAcl = (acl: BucketAcl) => bucket({ acl, ownershipControls: null, publicAccessBlock: null });

testRule(bucketAclIsNotPublic, {
  pass: [
    { name: "an ACL of the owner's only", resource: withAcl(PRIVATE_ACL), with: [open] },
    {
      name: 'item 21: the log delivery group, which is of AWS',
      resource: withAcl(grantedTo('http://acs.amazonaws.com/groups/s3/LogDelivery', 'WRITE')),
      with: [open],
    },
    {
      name: 'item 22: a public ACL where ACLs are disabled',
      resource: bucket({ acl: grantedTo(ALL, 'READ'), publicAccessBlock: null }),
      with: [open],
    },
    {
      name: 'a public ACL that the bucket ignores',
      resource: bucket({
        acl: grantedTo(ALL, 'READ'),
        ownershipControls: null,
        publicAccessBlock: { IgnorePublicAcls: true },
      }),
      with: [open],
    },
    {
      name: 'an ACL that could not be read, on a bucket where ACLs are disabled',
      resource: bucket({ acl: notCollected('s3:GetBucketAcl'), publicAccessBlock: null }),
      with: [open],
    },
    { name: 'a public ACL that the account ignores', resource: withAcl(grantedTo(ALL, 'READ')), with: [account()] },
  ],
  fail: [
    {
      name: 'READ for everyone',
      resource: withAcl(grantedTo(ALL, 'READ')),
      with: [open],
      message: 'The ACL grants READ to anyone on the internet.',
      severity: 'critical',
      pointers: ['/acl/Grants/1'],
    },
    {
      name: 'item 22: a grant that S3 shows, and so enforces, whatever the rest of what was denied says',
      resource: bucket({
        acl: grantedTo(ALL, 'READ'),
        ownershipControls: notCollected('s3:GetBucketOwnershipControls'),
        publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock'),
      }),
      with: [account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') })],
      severity: 'critical',
    },
    {
      name: 'item 21: READ_ACP for all AWS accounts',
      resource: withAcl(grantedTo(AUTHENTICATED, 'READ_ACP')),
      with: [open],
      message: 'READ_ACP to anyone with an AWS account',
      severity: 'medium',
    },
    {
      name: 'ACLs that are enabled, and a block of other settings only',
      resource: bucket({
        acl: grantedTo(ALL, 'WRITE'),
        ownershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
        publicAccessBlock: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      }),
      with: [open],
      message: 'WRITE',
    },
  ],
  unknown: [
    {
      name: 'an ACL that could not be read, on a bucket where ACLs work',
      resource: bucket({ acl: notCollected('s3:GetBucketAcl'), ownershipControls: null, publicAccessBlock: null }),
      with: [open],
      missing: ['acl'],
    },
  ],
});
