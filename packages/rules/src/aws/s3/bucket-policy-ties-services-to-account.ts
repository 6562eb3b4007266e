import type { PolicyDocument } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketResources, isAbout, type S3Resources } from '../../lib/bucket-access.ts';
import { readPolicy } from '../../lib/bucket-audits.ts';
import { takenBackBy } from '../../lib/bucket-denies.ts';
import { bucketPolicyTemplate } from '../../lib/bucket-fixes.ts';
import { conditionsOf } from '../../lib/condition.ts';
import { listed } from '../../lib/listed.ts';
import { namedPrincipals } from '../../lib/named-principals.ts';
import { listOf, statementPointer } from '../../lib/policy-document.ts';
import { isOwnLogs, saysForWhom, servicesOf, tiesService } from '../../lib/service-grants.ts';

export const bucketPolicyTiesServicesToAccount = defineRule({
  id: 'aws-s3-bucket-policy-ties-services-to-account',
  title: 'Bucket policies say for whom AWS services act',
  description:
    'A statement that lets in an AWS service must say for which account, resource or organization the service may come: by aws:SourceAccount, aws:SourceArn with an account or without wildcards, aws:SourceOrgID or aws:SourceOrgPaths; a Deny of the policy may say it for all services. Load balancers write logs under the number of their own account, so a statement for them that names the directory of an account does.',
  risk: 'A service works for all its customers: one of them can have it write into your bucket, or read from it, by naming your bucket as theirs. AWS calls the service a confused deputy.',
  attack:
    'Somebody learns the name of the bucket, and names it as the target of a service in their own account. The service is let in for whomever it works, and writes what they had it write among your files. Whoever reads these files as yours is misled, and you pay for them; with a service that may read, the data goes the other way.',
  audit: {
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy.',
      'In statements with a Service in Principal, look for a condition on aws:SourceAccount, aws:SourceArn or the organization.',
    ],
    cli: readPolicy,
    good: 'Each `Allow` with a `Service` in its `Principal` has a `Condition` on `aws:SourceAccount`, `aws:SourceArn`, `aws:SourceOrgID` or `aws:SourceOrgPaths`, or a `Deny` says so for all services; a statement for load balancers may name the `AWSLogs` directory of an account instead. `NoSuchBucketPolicy` is good too: there is no policy.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-4', 'AC-6'], 'nist-csf-2': ['PR.AA-05'] },
  remediation: {
    summary:
      'Add a condition on aws:SourceAccount with your account, and on aws:SourceArn where the resource is known.',
    impact: 'Services that do not send these keys are refused: look in the page of the service first.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Permissions → Bucket policy → Edit.',
      'Add to the statement of the service: "Condition": {"StringEquals": {"aws:SourceAccount": "your account"}}.',
    ],
    cli: ({ account, id, name }) =>
      `# put-bucket-policy replaces the whole policy: add the statements that are there. Put the service for SERVICE.
${sh`aws s3api put-bucket-policy --bucket ${name} --policy ${JSON.stringify({ Version: '2012-10-17', Statement: [tied(id, account)] })}`}`,
    terraform: ({ account, id, name }) => `resource "aws_s3_bucket_policy" "${hclName(name)}" {
  bucket = ${hclString(name)}
  # Add the statements that are there. Put the service for SERVICE.
  policy = ${hclString(JSON.stringify({ Version: '2012-10-17', Statement: [tied(id, account)] }))}
}`,
    cloudformation: (target) => bucketPolicyTemplate(target, tied(target.id, target.account)),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  },

  evaluate: ({ policy }, { resource }) => {
    if (policy === null || !namedPrincipals(policy).services) return pass;
    const loose = looseGrants(policy, bucketResources(resource.id));
    const evidence = nonEmpty(
      loose.map(({ pointer }) => ({ pointer, expected: 'has a condition on aws:SourceAccount or aws:SourceArn' })),
    );
    if (!evidence) return pass;
    const services = [...new Set(loose.flatMap((each) => each.services))];
    return { status: 'fail', message: `The policy lets in ${listed(services)} for whomever it works.`, evidence };
  },
});

interface LooseGrant {
  readonly services: readonly string[];
  readonly pointer: string;
}

function looseGrants(policy: PolicyDocument, resources: S3Resources): readonly LooseGrant[] {
  const loose: LooseGrant[] = [];
  for (const [index, statement] of listOf(policy.Statement).entries()) {
    if (statement.Effect !== 'Allow') continue;
    const named = servicesOf(statement);
    if (named.length === 0 || conditionsOf(statement).some(saysForWhom) || !isAbout(resources, statement)) continue;
    const services = named.filter(
      (service) =>
        !isOwnLogs(statement, service) &&
        !takenBackBy(policy, resources, statement, (deny) => tiesService(deny, service)),
    );
    if (services.length > 0) loose.push({ services, pointer: `/policy${statementPointer(policy, index)}` });
  }
  return loose;
}

function tied(bucketArn: string, account: string) {
  return {
    Effect: 'Allow',
    Principal: { Service: 'SERVICE.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: bucketResources(bucketArn).objects,
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  };
}
