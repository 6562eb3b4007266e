import { isCollected, type PolicyDocument, type PolicyStatement } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass, unknown } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketResources, type S3Resources } from '../../lib/bucket-access.ts';
import { readPolicy } from '../../lib/bucket-audits.ts';
import { takenBackBy } from '../../lib/bucket-denies.ts';
import { bucketPolicyTemplate } from '../../lib/bucket-fixes.ts';
import { foreignGrantees, hitsAccounts, nameOf, type Owner } from '../../lib/foreign-grants.ts';
import { listed } from '../../lib/listed.ts';
import { mayNameOthers } from '../../lib/named-principals.ts';
import { statementsOf, touchesAction, touchesResource } from '../../lib/policy-document.ts';
import { blockOf, isOn } from '../../lib/public-access-block.ts';
import { publicGrants } from '../../lib/public-policy.ts';
import { touchedActions } from '../../lib/touched-actions.ts';
import { accountBlock } from '../relations/s3.ts';

/** What nobody outside the account should do to a bucket: AWS's list for its control S3.6. */
const CONTROL = {
  bucket: ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutEncryptionConfiguration'],
  objects: ['s3:PutObjectAcl'],
} as const;

const touchedControl = touchedActions([[...CONTROL.bucket, ...CONTROL.objects]]);

export const bucketPolicyKeepsControlInAccount = defineRule({
  id: 'aws-s3-bucket-policy-keeps-control-in-account',
  title: 'Bucket policies give no control to other accounts',
  description:
    'The policy must not allow principals of other accounts to change or delete the policy, the ACLs of bucket or objects, or the encryption. Conditions count where they fix the account that asks, a Deny where it takes the permission back from the accounts in question. Where the policy is public and RestrictPublicBuckets is on, S3 refuses other accounts all of it.',
  risk: 'Whoever may change the policy may give the bucket to anyone, or take it from you. The other account decides how well its keys are kept, not you.',
  attack:
    'A key of the other account is stolen, and the policy allows that account every action of S3. The thief puts a policy of their own in the place of yours: it lets in their account and refuses everyone else. They copy the objects or delete them, while your own administrators are locked out until your root user takes the policy away.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy.',
      'In statements that allow other accounts, look at Action: `s3:*`, `s3:Put*` and the like give control.',
    ],
    cli: readPolicy,
    good: 'No `Allow` for another account has an `Action` that covers `s3:PutBucketPolicy`, `s3:DeleteBucketPolicy`, `s3:PutBucketAcl`, `s3:PutObjectAcl` or `s3:PutEncryptionConfiguration`, or a `Deny` takes these back. `NoSuchBucketPolicy` is good too: there is no policy.',
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  mayRead: ['acl', 'policyStatus', 'publicAccessBlock'],
  needs: { account: accountBlock },
  controls: { fsbp: ['S3.6'] },
  remediation: {
    summary:
      'Allow other accounts the actions on objects that they need, and nothing that changes policy, ACLs or encryption.',
    impact: 'What the other account automates with these permissions fails; a role in your account can do it for them.',
    effort: 'hours',
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy → Edit.',
      'Replace `s3:*` and patterns such as `s3:Put*` by the actions that the other account needs.',
    ],
    cli: ({ account: owner, id, name }) =>
      `# put-bucket-policy replaces the whole policy: add the statements that are there. A Deny closes it while those are put right.
${sh`aws s3api put-bucket-policy --bucket ${name} --policy ${JSON.stringify({ Version: '2012-10-17', Statement: [denyOthers(id, owner)] })}`}`,
    terraform: ({ account: owner, id, name }) => `resource "aws_s3_bucket_policy" "${hclName(name)}" {
  bucket = ${hclString(name)}
  # Add the statements that are there; this one closes it while those are put right.
  policy = ${hclString(JSON.stringify({ Version: '2012-10-17', Statement: [denyOthers(id, owner)] }))}
}`,
    cloudformation: (target) => bucketPolicyTemplate(target, denyOthers(target.id, target.account)),
    docs: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6',
  },

  evaluate: ({ policy, acl, policyStatus, publicAccessBlock }, { resource, snapshot, account }) => {
    if (policy === null || !mayNameOthers(policy, snapshot.id)) return pass;
    const resources = bucketResources(resource.id);
    const owner = { account: snapshot.id, canonicalId: isCollected(acl) ? acl.Owner?.ID : undefined };
    const found = statementsOf(policy).flatMap(({ statement, pointer }) => {
      if (statement.Effect !== 'Allow') return [];
      const who = foreignGrantees(statement, owner);
      const actions =
        who.length > 0 && touchedControl(statement) !== 0
          ? controlGiven(policy, statement, resources, { who, owner })
          : [];
      return actions.length > 0
        ? [{ who: who.map((each) => nameOf(each, statement)), actions, pointer: `/policy${pointer}` }]
        : [];
    });
    const evidence = nonEmpty(found.map(({ pointer }) => ({ pointer, expected: 'keeps control in the account' })));
    if (!evidence) return pass;
    const says = isCollected(policyStatus) ? policyStatus?.IsPublic : undefined;
    if (says ?? publicGrants(policy).some(({ countedByS3 }) => countedByS3)) {
      const restricted = isOn('RestrictPublicBuckets', [publicAccessBlock, blockOf(account)]);
      if (restricted === true) return pass;
      if (restricted !== false) return unknown(...restricted);
    }
    const who = [...new Set(found.flatMap((each) => each.who))];
    const actions = [...new Set(found.flatMap((each) => each.actions))];
    return { status: 'fail', message: `The policy allows ${listed(who)} ${listed(actions)}.`, evidence };
  },
});

function controlGiven(
  policy: PolicyDocument,
  statement: PolicyStatement,
  resources: S3Resources,
  { who, owner }: { readonly who: readonly string[]; readonly owner: Owner },
): readonly string[] {
  return (['bucket', 'objects'] as const).flatMap((on) =>
    CONTROL[on].filter(
      (action) =>
        touchesAction(statement, action) &&
        touchesResource(statement, resources[on]) &&
        !takenBackBy(policy, resources, { Action: action, Resource: resources[on] }, (deny) =>
          hitsAccounts(deny, who, owner),
        ),
    ),
  );
}

function denyOthers(bucketArn: string, account: string) {
  return {
    Sid: 'KeepControl',
    Effect: 'Deny',
    Principal: '*',
    Action: [...CONTROL.bucket, ...CONTROL.objects],
    Resource: Object.values(bucketResources(bucketArn)),
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': account },
      // Services that deliver logs upload them with an ACL; they have no account that the first condition could spare.
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  };
}
