import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown, type Evidence, type NonEmpty, type Outcome } from '../../kernel/outcome.ts';
import { account, optional } from '../../kernel/relation.ts';
import { accessTo, isAbout, takenBackBy } from '../../lib/bucket-access.ts';
import {
  BLOCKED,
  blockPublicAccessCommand,
  blockPublicAccessTerraform,
  bucketTemplate,
} from '../../lib/bucket-fixes.ts';
import type { LocatedStatement } from '../../lib/policy-document.ts';
import { publicGrants, type PublicGrant } from '../../lib/public-policy.ts';

export const bucketPolicyIsNotPublic = defineRule({
  id: 'aws-s3-bucket-policy-is-not-public',
  title: 'Bucket policies let in nobody from the public',
  description:
    "A bucket policy must not be public in S3's own meaning: each Allow must be limited to fixed principals, or by a condition to fixed values of keys such as aws:SourceVpce, aws:SourceIp (up to /8) or aws:PrincipalOrgID. What is judged is whether the public gets in: a public policy passes where RestrictPublicBuckets, of the bucket or its account, holds it back. A Deny in the policy does not change S3's verdict, and only lowers the severity. Access points are not looked at.",
  risk: 'Anyone on the internet can use what the policy allows, without an AWS account and without leaving a name. Open buckets are found by scanners within hours and copied whole.',
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy', 'publicAccessBlock'],
  needs: { account: optional(account('s3PublicAccessBlock')) },
  controls: { 'cis-aws': ['no-principal-star'], fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary:
      'Turn on RestrictPublicBuckets to close the bucket at once; then name in the policy who is to have access.',
    impact:
      'Everyone outside the account loses the access the policy gives, named accounts too, until the public statement is gone. Put CloudFront in front of a website first.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Block public access (bucket settings) → Edit → Block all public access → Save.',
      'Bucket policy → Edit: replace the open principal by those that need access, or add a condition with a fixed value.',
    ],
    cli: blockPublicAccessCommand,
    terraform: blockPublicAccessTerraform,
    cloudformation: (target) => bucketTemplate(target, BLOCKED),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  },

  evaluate: ({ policy, publicAccessBlock }, { resource, account }) => {
    if (policy === null || publicAccessBlock?.RestrictPublicBuckets === true) return pass;
    const grants = publicGrants(policy)
      .filter(({ statement }) => isAbout(resource.id, statement))
      .map((grant) => ({ ...grant, takenBack: takenBackBy(policy, resource.id, grant.statement) }));
    if (grants.length === 0) return pass;
    if (!isCollected(account)) return unknown(account.notCollected);
    if (account?.facets.s3PublicAccessBlock?.RestrictPublicBuckets === true) return pass;
    const open = nonEmpty(grants.filter(({ takenBack }) => !takenBack));
    return open ? reachable(resource.id, open) : keptOut(grants);
  },
});

type Grant = PublicGrant & { readonly takenBack: LocatedStatement | undefined };

function reachable(bucketArn: string, grants: NonEmpty<Grant>): Outcome {
  const [{ who, keys }] = grants;
  const access = [...new Set(grants.flatMap(({ statement }) => accessTo(bucketArn, statement)))];
  const may = access.length > 0 ? access.join(', ') : 'read settings of the bucket';
  const despite = keys.length > 0 ? `; ${keys.join(' and ')} in its condition does not fix who` : '';
  return {
    status: 'fail',
    message: `The policy allows ${who} to ${may}${despite}.`,
    severity:
      access.length > 0
        ? undefined
        : { is: 'medium', because: 'Neither objects nor their names nor permissions can be reached.' },
    evidence: [RESTRICT, ...evidenceOf(grants)],
  };
}

function keptOut(grants: readonly Grant[]): Outcome {
  const denies = new Set(grants.flatMap(({ takenBack }) => takenBack?.pointer ?? []));
  return {
    status: 'fail',
    message: 'S3 counts the policy as public: it allows the public in, and only a Deny in it keeps them out.',
    severity: { is: 'medium', because: 'A Deny in the policy keeps the public out, as long as it stands.' },
    evidence: [
      RESTRICT,
      ...evidenceOf(grants),
      ...[...denies].map((each) => ({ pointer: `/policy${each}`, expected: 'keeps the public out', ok: true })),
    ],
  };
}

const RESTRICT: Evidence = { pointer: '/publicAccessBlock/RestrictPublicBuckets', expected: 'is true' };

function evidenceOf(grants: readonly Grant[]): readonly Evidence[] {
  const expected = 'names fixed principals, or has a condition with fixed values';
  return grants.map(({ pointer }) => ({ pointer: `/policy${pointer}`, expected }));
}
