import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pass, unknown, type Evidence, type NonEmpty } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { bucketResources } from '../../lib/bucket-access.ts';
import { readBlocks, readPolicy } from '../../lib/bucket-audits.ts';
import { encryptsWithKms } from '../../lib/bucket-encryption.ts';
import {
  BLOCKED,
  blockPublicAccessCommand,
  blockPublicAccessTerraform,
  bucketTemplate,
} from '../../lib/bucket-fixes.ts';
import { blockOf, isOn } from '../../lib/public-access-block.ts';
import { isRestrictable, judgePublicPolicy, type PublicVerdict } from '../../lib/public-s3-policy.ts';
import { accountBlock } from '../relations/s3.ts';

export const bucketPolicyIsNotPublic = defineRule({
  id: 'aws-s3-bucket-policy-is-not-public',
  title: 'Bucket policies let in nobody from the public',
  description:
    "Two verdicts are told. S3's own: each Allow must be limited to fixed principals, or by a condition to fixed values of keys such as aws:SourceVpce, aws:SourceIp (up to /8) or aws:PrincipalOrgID; Deny statements do not count. And ours: whether the public gets in, after the policy's own Deny statements. The rule fails on either, unless RestrictPublicBuckets, of the bucket or its account (an organization's shows as the account's), holds the public back: it does where S3 counts the policy as public. A policy that could not be read fails where S3 counts it as public, and is unknown otherwise. A policy that hands access control on to access points is not public; these are judged by a rule of their own.",
  risk: 'Anyone on the internet can use what the policy allows, without an AWS account and without leaving a name. Open buckets are found by scanners within hours and copied whole.',
  attack:
    'A scanner tries names made from those of companies and finds that one bucket answers. The policy lets everyone list and read, so it fetches all objects without signing a request. Where the policy allows writing too, it leaves files in the name of the owner, or replaces those that others download and run.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions.',
      'Bucket policy: look for Principal `*` in statements that allow.',
      'Block public access (bucket settings), and S3 → Block Public Access settings for this account.',
    ],
    cli: (target) => `${sh`aws s3api get-bucket-policy-status --bucket ${target.name}`}
${readPolicy(target)}
${readBlocks(target)}`,
    good: '`IsPublic` is `false`, and each `Allow` names principals or has a condition that fixes who asks. `NoSuchBucketPolicy` is good too: there is no policy. Where S3 counts the policy as public, `RestrictPublicBuckets` is `true` in one of the last two answers.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: [],
  mayRead: ['policy', 'policyStatus', 'publicAccessBlock', 'encryption'],
  needs: { account: accountBlock },
  controls: { 'cis-aws': ['no-principal-star'], fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary:
      'Turn on RestrictPublicBuckets: it closes the bucket at once, where S3 counts the policy as public. Then name in the policy who is to have access.',
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

  evaluate: ({ policy, policyStatus, publicAccessBlock, encryption }, { resource, account }) => {
    const verdict = judgePublicPolicy({ policy, policyStatus }, bucketResources(resource.id));
    if (verdict.is === 'private') return pass;
    const restricted = isRestrictable(verdict) && isOn('RestrictPublicBuckets', [publicAccessBlock, blockOf(account)]);
    if (restricted === true) return pass;
    if (verdict.is === 'unread') return unknown(...verdict.missing);
    if (restricted !== false) return unknown(...restricted);
    if (verdict.is === 'counted')
      return {
        status: 'fail',
        message: verdict.because,
        severity: isCollected(policy)
          ? { is: 'medium', because: 'The policy as it stands lets in nobody from the public.' }
          : undefined,
        evidence: [RESTRICT, ...verdict.evidence],
      };
    const byKms = isCollected(encryption) && encryptsWithKms(encryption);
    const evidence: NonEmpty<Evidence> = verdict.restrictable ? [RESTRICT, ...verdict.evidence] : verdict.evidence;
    return {
      status: 'fail',
      message: `The policy allows ${verdict.who} to ${verdict.may}.`,
      severity: lessThanCritical(verdict, byKms),
      evidence: byKms ? [...evidence, KMS] : evidence,
    };
  },
});

function lessThanCritical({ access, countedByS3 }: Extract<PublicVerdict, { is: 'open' }>, byKms: boolean) {
  if (access.length === 0)
    return { is: 'medium', because: 'Neither objects nor their names nor permissions can be reached.' } as const;
  if (byKms && access.every((each) => each === 'read objects'))
    return {
      is: 'high',
      because: 'New objects are encrypted with a KMS key, which anonymous readers may not use; older ones need not be.',
    } as const;
  if (countedByS3) return undefined;
  return { is: 'high', because: 'S3 itself does not count the policy as public.' } as const;
}

const RESTRICT: Evidence = { pointer: '/publicAccessBlock/RestrictPublicBuckets', expected: 'is true' };
const KMS: Evidence = {
  pointer: '/encryption/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm',
  expected: 'keeps new objects from anonymous readers',
  ok: true,
};
