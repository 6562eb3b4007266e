import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { readMultiRegionBlocks, readMultiRegionPolicy } from '../../lib/access-point-audits.ts';
import { judgeAccessPoint } from '../../lib/public-access-point.ts';
import { blockOf } from '../../lib/public-access-block.ts';
import { accountBlock, blocksBehind, foreignBuckets, policiesBehind } from '../relations/s3.ts';

export const multiRegionAccessPointPolicyIsNotPublic = defineRule({
  id: 'aws-s3-multi-region-access-point-policy-is-not-public',
  title: 'Multi-Region Access Point policies let in nobody from the public',
  description:
    "The policy in force of a Multi-Region Access Point must not be public, in S3's meaning and in ours. Requests to it must be signed, so the public is anyone with an AWS account. It passes where RestrictPublicBuckets of the access point or the account, or of every bucket behind it, holds the public back. What the buckets' own policies allow decides how bad it is, as a request must be allowed by both.",
  risk: 'One policy opens buckets in several regions at once. Whoever has an AWS account, which costs nothing, reads or writes what it allows.',
  attack:
    'Someone finds the alias in the configuration of a client. They open an AWS account, sign requests with its keys and send them to the alias; the policy allows everyone who signs. Where the buckets hand access on, they copy data of several regions, and the logs name only an account that they leave behind.',
  audit: {
    console: [
      'Open S3 → Multi-Region Access Points and choose it.',
      'Permissions → Multi-Region Access Point policy: look for Principal `*`.',
      'Block Public Access settings: of the Multi-Region Access Point, of its buckets and of the account.',
    ],
    cli: (target) => `${readMultiRegionPolicy(target)}
${readMultiRegionBlocks(target)}`,
    good: '`IsPublic` is `false`, and each `Allow` names principals or has a condition that fixes who asks. Where S3 counts the policy as public, `RestrictPublicBuckets` is `true` for the Multi-Region Access Point, for the account, or for every bucket behind it.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::MultiRegionAccessPoint',
  reads: ['accessPoint'],
  mayRead: ['policy', 'policyStatus'],
  needs: { account: accountBlock, blocks: blocksBehind, policies: policiesBehind },
  controls: { fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary: 'Replace the policy by one that names who is to have access.',
    impact:
      'Everyone who was let in by the old policy is locked out. A new policy is in force everywhere after some minutes; its block cannot be changed.',
    effort: 'minutes',
    console: [
      'Open S3 → Multi-Region Access Points and choose it → Permissions.',
      'Multi-Region Access Point policy → Edit: name principals instead of `*`, or add a condition with a fixed value such as aws:PrincipalOrgID.',
    ],
    cli: ({ account: owner, id, name, partition }) =>
      `# Put the role that needs access for ROLE.
${sh`aws s3control put-multi-region-access-point-policy --region us-west-2 --account-id ${owner} --details ${JSON.stringify(
  {
    Name: name,
    Policy: JSON.stringify(rolesOnly(id, `arn:${partition}:iam::${owner}:role/ROLE`)),
  },
)}`}`,
    terraform: ({
      account: owner,
      id,
      name,
      partition,
    }) => `resource "aws_s3control_multi_region_access_point_policy" "${hclName(name)}" {
  details {
    name   = ${hclString(name)}
    policy = ${hclString(JSON.stringify(rolesOnly(id, `arn:${partition}:iam::${owner}:role/ROLE`)))}
  }
}`,
    cloudformation: ({ account: owner, id, name, partition }) => `MultiRegionAccessPointPolicy:
  Type: AWS::S3::MultiRegionAccessPointPolicy
  Properties:
    MrapName: ${JSON.stringify(name)}
    Policy: ${JSON.stringify(rolesOnly(id, `arn:${partition}:iam::${owner}:role/ROLE`))}`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html',
  },

  evaluate: ({ accessPoint, policy, policyStatus }, { resource, snapshot, account, blocks, policies }) =>
    judgeAccessPoint({
      resource,
      policy,
      policyStatus,
      accountId: snapshot.id,
      levels: [accessPoint.PublicAccessBlock, blockOf(account)],
      restrict: '/accessPoint/PublicAccessBlock/RestrictPublicBuckets',
      blocks,
      policies,
      foreign: foreignBuckets(accessPoint, snapshot.id),
      everyone: 'anyone with an AWS account',
    }),
});

function rolesOnly(arn: string, role: string) {
  const Statement = [
    { Effect: 'Allow', Principal: { AWS: role }, Action: 's3:GetObject', Resource: `${arn}/object/*` },
  ];
  return { Version: '2012-10-17', Statement };
}
