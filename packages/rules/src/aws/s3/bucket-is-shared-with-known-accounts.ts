import { isCollected, type BucketAcl, type PolicyDocument } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { accountList } from '../../kernel/parameter.ts';
import { accessTo, bucketResources, isAbout, type S3Resources } from '../../lib/bucket-access.ts';
import { aclsAreDisabled, otherAccountsGrants } from '../../lib/bucket-acl.ts';
import { readAcl, readPolicy } from '../../lib/bucket-audits.ts';
import { takenBackBy } from '../../lib/bucket-denies.ts';
import { disableAclsCommand, disableAclsTemplate, disableAclsTerraform } from '../../lib/bucket-fixes.ts';
import { EVERY_ACCOUNT, foreignGrantees, hitsAccounts, type Owner } from '../../lib/foreign-grants.ts';
import { listed } from '../../lib/listed.ts';
import { deliversLogs } from '../../lib/log-delivery.ts';
import { mayNameOthers } from '../../lib/named-principals.ts';
import { statementsOf } from '../../lib/policy-document.ts';
import { blockOf, isOn } from '../../lib/public-access-block.ts';
import { publicGrants } from '../../lib/public-policy.ts';
import { accountBlock } from '../relations/s3.ts';

export const bucketIsSharedWithKnownAccounts = defineRule({
  id: 'aws-s3-bucket-is-shared-with-known-accounts',
  title: 'Buckets are shared with known accounts only',
  description:
    "Accounts other than the owner's that the bucket policy or the ACL names must be in the list of known ones: account numbers, or the canonical ids that ACLs use. Access for everyone, or for an organization, is not named access and is judged elsewhere; access that a Deny of the policy takes back from the account is none. Where the policy is public and RestrictPublicBuckets is on, S3 refuses other accounts what the policy gives them; where ACLs are disabled, they give nothing. Accounts of AWS that load balancers and CloudFront deliver logs from are known.",
  risk: 'Partners go and numbers are mistyped, and the access stays. Whoever runs the other account reads your data with keys that you cannot see, let alone withdraw.',
  attack:
    'A project with a partner ends, and the statement with their account number stays in the policy. The partner is broken into a year later. The attacker lists what the account of the partner may reach, finds the bucket and copies it, with credentials that its owner has never seen and cannot withdraw.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Bucket policy: look for account numbers in Principal and in conditions.',
      'Access control list (ACL): look at Access for other AWS accounts.',
    ],
    cli: (target) => `${readPolicy(target)}
${readAcl(target)}`,
    good: 'Each account number in a `Principal` of the policy, and each `ID` in `Grants` other than that of `Owner`, is one that you know and still work with. `NoSuchBucketPolicy` means that there is no policy; where `ObjectOwnership` is `BucketOwnerEnforced`, the ACL gives nothing.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  mayRead: ['acl', 'ownershipControls', 'policyStatus', 'publicAccessBlock'],
  needs: { account: accountBlock },
  parameters: {
    knownAccounts: accountList('Accounts that may be given access: numbers, or canonical ids of S3.', []),
  },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-4', 'AC-6'], 'nist-csf-2': ['PR.AA-05'] },
  remediation: {
    summary: 'Find out whose account it is. Add it to the known ones, or take it out of the policy or ACL.',
    impact: 'The other account loses its access at once.',
    effort: 'hours',
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Bucket policy → Edit: remove the account from Principal or from the condition.',
      'Access control list → Edit: remove access for other AWS accounts; better, disable ACLs.',
    ],
    cli: (target) => `# The policy: fetch it, take the account out of it, and put it back.
${readPolicy(target)}
# The ACL, where that gives the access:
${disableAclsCommand(target)}`,
    terraform: (target) =>
      `# Take the account out of the aws_s3_bucket_policy of the bucket. Where the ACL gives the access:
${disableAclsTerraform(target)}`,
    cloudformation: (target) =>
      `# Take the account out of the AWS::S3::BucketPolicy of the bucket. Where the ACL gives the access:
${disableAclsTemplate(target)}`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html',
  },

  evaluate: (
    { policy, acl, ownershipControls, policyStatus, publicAccessBlock },
    { resource, snapshot, account, parameters },
  ) => {
    const { knownAccounts } = parameters;
    const disabled = isCollected(ownershipControls) && aclsAreDisabled(ownershipControls);
    const inPolicy =
      policy !== null && mayNameOthers(policy, snapshot.id)
        ? sharedByPolicy(policy, {
            resources: bucketResources(resource.id),
            owner: { account: snapshot.id, canonicalId: isCollected(acl) ? acl.Owner?.ID : undefined },
            knownAccounts,
          })
        : [];
    const inAcl = disabled || !isCollected(acl) ? [] : sharedByAcl(acl, knownAccounts);
    const says = isCollected(policyStatus) ? policyStatus?.IsPublic : undefined;
    const isPublic = inPolicy.length > 0 && (says ?? publicGrants(policy ?? {}).some(({ countedByS3 }) => countedByS3));
    const restricted = isPublic && isOn('RestrictPublicBuckets', [publicAccessBlock, blockOf(account)]);
    const found = restricted === false ? [...inPolicy, ...inAcl] : inAcl;
    const evidence = nonEmpty(found.map(({ pointer }) => ({ pointer, expected: 'names known accounts only' })));
    if (evidence) {
      const who = [...new Set(found.flatMap((each) => each.who))];
      const may = [...new Set(found.flatMap((each) => each.may))];
      const what = may.length > 0 ? ` (${listed(may)})` : '';
      return { status: 'fail', message: `The bucket is shared with ${listed(who)}${what}.`, evidence };
    }
    if (typeof restricted !== 'boolean' && inPolicy.length > 0) return unknown(...restricted);
    if (!disabled && !isCollected(acl)) return unknown(acl.notCollected);
    return pass;
  },
});

/** Who is let in to what, and by which part of the policy or ACL. */
interface Share {
  readonly who: readonly string[];
  readonly may: readonly string[];
  readonly pointer: string;
}

interface PolicyOwner {
  readonly resources: S3Resources;
  readonly owner: Owner;
  readonly knownAccounts: readonly string[];
}

function sharedByPolicy(policy: PolicyDocument, { resources, owner, knownAccounts }: PolicyOwner): readonly Share[] {
  const shares: Share[] = [];
  for (const { statement, pointer } of statementsOf(policy)) {
    if (statement.Effect !== 'Allow' || !isAbout(resources, statement)) continue;
    const others = foreignGrantees(statement, owner).filter((each) => !isKnown(each, knownAccounts));
    const may = others.length > 0 ? accessTo(resources, statement) : [];
    const who = others.filter((each) => !deliversLogs(each, may));
    if (who.length === 0) continue;
    if (!takenBackBy(policy, resources, statement, (deny) => hitsAccounts(deny, who, owner)))
      shares.push({ who, may, pointer: `/policy${pointer}` });
  }
  return shares;
}

function sharedByAcl(acl: BucketAcl, knownAccounts: readonly string[]): readonly Share[] {
  return otherAccountsGrants(acl)
    .filter(({ who }) => !isKnown(who, knownAccounts) && !deliversLogs(who, []))
    .map(({ who, permission, pointer }) => ({ who: [who], may: [permission], pointer }));
}

function isKnown(who: string, knownAccounts: readonly string[]): boolean {
  return who === EVERY_ACCOUNT || knownAccounts.includes(who);
}
