import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { aclsAreDisabled, publicAclGrants } from '../../lib/bucket-acl.ts';
import { readAcl } from '../../lib/bucket-audits.ts';
import { disableAclsCommand, disableAclsTemplate, disableAclsTerraform } from '../../lib/bucket-fixes.ts';
import { listed } from '../../lib/listed.ts';
import { blockOf, isOn } from '../../lib/public-access-block.ts';
import { accountBlock } from '../relations/s3.ts';

export const bucketAclIsNotPublic = defineRule({
  id: 'aws-s3-bucket-acl-is-not-public',
  title: 'Bucket ACLs let in nobody from the public',
  description:
    "The bucket's ACL must grant nothing, be it READ_ACP, to the groups AllUsers and AuthenticatedUsers. It passes where ACLs are disabled (object ownership is BucketOwnerEnforced) and where IgnorePublicAcls is on for the bucket or its account; S3 shows an ACL as it enforces it. ACLs of single objects are not in a snapshot and are not judged.",
  risk: 'A public READ lists every object name, a public WRITE lets strangers put files and overwrite yours. AuthenticatedUsers sounds private and means every AWS account in the world.',
  attack:
    'A scanner asks a bucket name for its list of objects, and the ACL gives READ to everyone. With the names in hand it tries each object; those with an open ACL of their own come back. Where the ACL gives WRITE too, it puts a changed script in the place of one that a website loads.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Object Ownership says whether ACLs are disabled.',
      'Access control list (ACL): look at Everyone (public access) and at Authenticated users group.',
    ],
    cli: readAcl,
    good: 'No grant has a `URI` that ends in `/AllUsers` or `/AuthenticatedUsers`. S3 answers with the ACL as it enforces it: what is disabled or ignored is not in it.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: [],
  mayRead: ['acl', 'ownershipControls', 'publicAccessBlock'],
  needs: { account: accountBlock },
  controls: { fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary: 'Disable ACLs on the bucket, so that only policies give access.',
    impact:
      'Access that others have by an ACL ends; move what is needed into the bucket policy first. Uploads that set an ACL other than bucket-owner-full-control fail.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Access control list (ACL) → Edit: clear every box but those of the bucket owner, and save.',
      'Object Ownership → Edit → ACLs disabled (recommended) → Save.',
    ],
    cli: disableAclsCommand,
    terraform: disableAclsTerraform,
    cloudformation: disableAclsTemplate,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },

  evaluate: ({ acl, ownershipControls, publicAccessBlock }, { account }) => {
    if (isCollected(ownershipControls) && aclsAreDisabled(ownershipControls)) return pass;
    if (isOn('IgnorePublicAcls', [publicAccessBlock, blockOf(account)]) === true) return pass;
    if (!isCollected(acl)) return unknown(acl.notCollected);
    // S3 shows an ACL as it enforces it: a public grant that is shown is neither disabled nor ignored, whatever could not be read.
    const grants = publicAclGrants(acl);
    const evidence = nonEmpty(grants.map(({ pointer }) => ({ pointer, expected: 'is no grant to a public group' })));
    if (!evidence) return pass;
    return {
      status: 'fail',
      message: `The ACL grants ${listed(grants.map(({ who, permission }) => `${permission} to ${who}`))}.`,
      severity: grants.every(({ permission }) => permission === 'READ_ACP')
        ? { is: 'medium', because: 'Only who has access can be read, neither objects nor their names.' }
        : undefined,
      evidence,
    };
  },
});
