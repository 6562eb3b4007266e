import { account, bucket, notCollected, PRIVATE_ACL } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketDisablesAcls } from './bucket-disables-acls.ts';

const open = account({ s3PublicAccessBlock: null });
const acl = {
  ...PRIVATE_ACL,
  Grants: [
    ...(PRIVATE_ACL.Grants ?? []),
    {
      Grantee: { Type: 'Group' as const, URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' },
      Permission: 'WRITE' as const,
    },
    { Grantee: { Type: 'CanonicalUser' as const, ID: 'f1d2d2' }, Permission: 'READ' as const },
  ],
};

testRule(bucketDisablesAcls, {
  pass: [
    { name: 'item 22: the owner is enforced', resource: bucket() },
    {
      name: 'item 22: the owner is enforced, whatever could not be read',
      resource: bucket({ acl: notCollected('s3:GetBucketAcl') }),
    },
  ],
  fail: [
    {
      name: 'no ownership controls, as before 2023, and public ACLs ignored',
      resource: bucket({ ownershipControls: null }),
      with: [open],
      message: 'ACLs work on the bucket and its objects.',
      severity: 'medium',
      pointers: ['/ownershipControls/Rules/0/ObjectOwnership'],
    },
    {
      name: 'item 21: ACLs of objects are not seen, and nothing ignores public ones',
      resource: bucket({
        ownershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
        publicAccessBlock: null,
      }),
      with: [open],
      severity: 'high',
    },
    {
      name: 'a grant to another account; that to log delivery is not one to anyone else',
      resource: bucket({ ownershipControls: null, acl }),
      with: [open],
      message: 'and its own gives READ to others.',
      pointers: ['/ownershipControls/Rules/0/ObjectOwnership', '/acl/Grants/2'],
    },
    {
      name: 'blocks that could not be read weigh nothing',
      resource: bucket({ ownershipControls: null, publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') }),
      with: [open],
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'ownership that could not be read',
      resource: bucket({ ownershipControls: notCollected('s3:GetBucketOwnershipControls') }),
      missing: ['ownershipControls'],
    },
  ],
});
