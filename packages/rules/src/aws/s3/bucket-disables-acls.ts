import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pass, type Evidence } from '../../kernel/outcome.ts';
import { aclsAreDisabled, otherAccountsGrants, publicAclGrants } from '../../lib/bucket-acl.ts';
import { readAcl } from '../../lib/bucket-audits.ts';
import { disableAclsCommand, disableAclsTemplate, disableAclsTerraform } from '../../lib/bucket-fixes.ts';
import { listed } from '../../lib/listed.ts';
import { blockOf, isOn } from '../../lib/public-access-block.ts';
import { accountBlock } from '../relations/s3.ts';

export const bucketDisablesAcls = defineRule({
  id: 'aws-s3-bucket-disables-acls',
  title: 'Buckets give access by policies, not by ACLs',
  description:
    'Object ownership must be BucketOwnerEnforced, which disables ACLs; a bucket without ownership controls, as those from before April 2023, has ACLs that work. ACLs of single objects are not in a snapshot: where nothing ignores public ones, any object may be public and nobody sees it here, which weighs more.',
  risk: 'Each object can carry an access list of its own, set by whoever uploads it, and no report shows them all. Objects that another account uploads may even belong to that account.',
  attack:
    'An application uploads with the option public-read, which somebody copied from an example. The bucket, its policy and its ACL look private; the object is open to whoever has its address. Addresses get around in mails, logs and search engines, and nobody finds the open objects without asking each one.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Object Ownership: see whether it says Bucket owner enforced.',
      'Access control list (ACL): see who else has access by it.',
    ],
    cli: readAcl,
    good: '`ObjectOwnership` is `BucketOwnerEnforced`. `OwnershipControlsNotFoundError` means that none are set, and ACLs work.',
  },
  severity: 'medium',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: ['ownershipControls'],
  mayRead: ['acl', 'publicAccessBlock'],
  needs: { account: accountBlock },
  controls: { fsbp: ['S3.12'] },
  remediation: {
    summary: 'Move what ACLs give into the bucket policy, then disable ACLs.',
    impact:
      'Access that others have by an ACL ends, be it of the bucket or of an object. Uploads that set an ACL other than bucket-owner-full-control fail.',
    effort: 'hours',
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Bucket policy: allow what the access control list allows to others; for log delivery, logging.s3.amazonaws.com.',
      'Access control list (ACL) → Edit: clear every box but those of the bucket owner, and save.',
      'Object Ownership → Edit → ACLs disabled (recommended) → Save.',
    ],
    cli: disableAclsCommand,
    terraform: disableAclsTerraform,
    cloudformation: disableAclsTemplate,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },

  evaluate: ({ ownershipControls, acl, publicAccessBlock }, { account }) => {
    if (aclsAreDisabled(ownershipControls)) return pass;
    const grants = isCollected(acl) ? [...publicAclGrants(acl), ...otherAccountsGrants(acl)] : [];
    const given =
      grants.length > 0 ? `, and its own gives ${listed(grants.map(({ permission }) => permission))} to others` : '';
    const first: Evidence = {
      pointer: '/ownershipControls/Rules/0/ObjectOwnership',
      expected: 'is BucketOwnerEnforced',
    };
    return {
      status: 'fail',
      message: `ACLs work on the bucket and its objects${given}.`,
      severity:
        isOn('IgnorePublicAcls', [publicAccessBlock, blockOf(account)]) === false
          ? {
              is: 'high',
              because: 'Nothing ignores public ACLs, so an object can be public by its own, which is not seen here.',
            }
          : undefined,
      evidence: [first, ...grants.map(({ pointer }) => ({ pointer, expected: 'is given by a policy' }))],
    };
  },
});
