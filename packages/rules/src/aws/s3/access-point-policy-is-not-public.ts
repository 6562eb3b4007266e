import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { readAccessPointBlocks, readAccessPointPolicy } from '../../lib/access-point-audits.ts';
import { judgeAccessPoint } from '../../lib/public-access-point.ts';
import { blockOf } from '../../lib/public-access-block.ts';
import { accountBlock, blocksBehind, foreignBuckets, policiesBehind } from '../relations/s3.ts';

export const accessPointPolicyIsNotPublic = defineRule({
  id: 'aws-s3-access-point-policy-is-not-public',
  title: 'Access point policies let in nobody from the public',
  description:
    "The policy of an access point must not be public, in S3's meaning and in ours: a condition that the request comes through this access point, or through one of its account, is no proof in its own policy. It passes where its network origin is a VPC, and where RestrictPublicBuckets of the access point, its bucket or the account holds the public back. What the bucket's own policy allows decides how bad it is, as a request must be allowed by both.",
  risk: 'A bucket that hands access control on to its access points is as open as the most open of them. The bucket itself looks private, in the console and in most reports.',
  attack:
    'Someone finds the alias of the access point in the code of an application or in a link. They ask through it without signing, and its policy allows everyone. Where the bucket hands access on to its access points, they list the objects and copy them, while every look at the bucket shows it as private.',
  audit: {
    console: [
      'Open S3 → Access Points: the list has the network origin of each.',
      'Choose the access point → Permissions → Access Point policy: look for Principal `*`.',
      'Block Public Access settings: of the access point, of its bucket and of the account.',
    ],
    cli: (target) => `${readAccessPointPolicy(target)}
${readAccessPointBlocks(target)}`,
    good: '`IsPublic` is `false`, and each `Allow` names principals or has a condition that fixes who asks. `NoSuchAccessPointPolicy` is good too: there is no policy. So is a `NetworkOrigin` of `VPC`, and a `RestrictPublicBuckets` that is `true` in one of the answers while S3 counts the policy as public.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::S3::AccessPoint',
  reads: ['accessPoint'],
  mayRead: ['policy', 'policyStatus'],
  needs: { account: accountBlock, blocks: blocksBehind, policies: policiesBehind },
  controls: { fsbp: ['S3.2', 'S3.3'] },
  remediation: {
    summary: 'Delete the policy of the access point to close it at once; write one that names who is to have access.',
    impact:
      'Everyone who was let in by the policy is locked out, applications too. The block of an access point cannot be changed: one with all settings on has to be made anew.',
    effort: 'minutes',
    console: [
      'Open S3 → Access Points and choose the access point → Permissions.',
      'Access Point policy → Edit: name principals instead of `*`, or add a condition with a fixed value such as aws:PrincipalOrgID.',
      'Better: create an access point with Block Public Access on, move its users there and delete this one.',
    ],
    cli: ({ account: owner, localId, region }) =>
      sh`aws s3control delete-access-point-policy --account-id ${owner} --name ${localId} --region ${region}`,
    terraform: ({
      account: owner,
      id,
      name,
      partition,
    }) => `resource "aws_s3control_access_point_policy" "${hclName(name)}" {
  access_point_arn = ${hclString(id)}
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${hclString(`arn:${partition}:iam::${owner}:role/ROLE`)} }
      Action    = "s3:GetObject"
      Resource  = ${hclString(`${id}/object/*`)}
    }]
  })
}`,
    cloudformation: ({ account: owner, id, name, partition }) => `AccessPoint:
  Type: AWS::S3::AccessPoint
  Properties:
    Name: ${JSON.stringify(name)}
    Bucket: BUCKET
    Policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal:
            AWS: ${JSON.stringify(`arn:${partition}:iam::${owner}:role/ROLE`)}
          Action: s3:GetObject
          Resource: ${JSON.stringify(`${id}/object/*`)}`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
  },

  evaluate: ({ accessPoint, policy, policyStatus }, { resource, snapshot, account, blocks, policies }) => {
    if (accessPoint.NetworkOrigin === 'VPC') return pass;
    return judgeAccessPoint({
      resource,
      policy,
      policyStatus,
      accountId: snapshot.id,
      levels: [accessPoint.PublicAccessBlockConfiguration, blockOf(account)],
      restrict: '/accessPoint/PublicAccessBlockConfiguration/RestrictPublicBuckets',
      blocks,
      policies,
      foreign: foreignBuckets(accessPoint, snapshot.id),
      everyone: 'anyone on the internet',
    });
  },
});
