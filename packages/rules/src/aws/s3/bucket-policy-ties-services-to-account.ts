import type { PolicyStatement } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketResources, isAbout } from '../../lib/bucket-access.ts';
import { bucketPolicyTemplate } from '../../lib/bucket-fixes.ts';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from '../../lib/condition.ts';
import { listed } from '../../lib/listed.ts';
import { principalsOf, statementsOf } from '../../lib/policy-document.ts';

export const bucketPolicyTiesServicesToAccount = defineRule({
  id: 'aws-s3-bucket-policy-ties-services-to-account',
  title: 'Bucket policies say for whom AWS services act',
  description:
    'A statement that lets in an AWS service must say for which account, resource or organization the service may come: by aws:SourceAccount, aws:SourceArn with an account or without wildcards, aws:SourceOrgID or aws:SourceOrgPaths.',
  risk: 'A service works for all its customers: one of them can have it write into your bucket, or read from it, by naming your bucket as theirs. AWS calls the service a confused deputy.',
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
    const resources = bucketResources(resource.id);
    const loose = statementsOf(policy ?? {}).filter(
      ({ statement }) =>
        statement.Effect === 'Allow' &&
        servicesOf(statement).length > 0 &&
        isAbout(resources, statement) &&
        !conditionsOf(statement).some(saysForWhom),
    );
    const evidence = nonEmpty(
      loose.map(({ pointer }) => ({
        pointer: `/policy${pointer}`,
        expected: 'has a condition on aws:SourceAccount or aws:SourceArn',
      })),
    );
    if (!evidence) return pass;
    const services = [...new Set(loose.flatMap(({ statement }) => servicesOf(statement)))];
    return { status: 'fail', message: `The policy lets in ${listed(services)} for whomever it works.`, evidence };
  },
});

function servicesOf({ Principal }: PolicyStatement): readonly string[] {
  return principalsOf(Principal).flatMap(({ kind, name }) => (kind === 'Service' ? [name] : []));
}

function saysForWhom(condition: Condition): boolean {
  const { key, operator, values } = condition;
  if (!requiresKey(condition) || EQUALITY_OPERATORS[operator] === undefined || values.length === 0) return false;
  if (key === 'aws:sourcearn')
    return values.every((each) => isFixed(each, operator) || /^\d{12}$/.test(each.split(':')[4] ?? ''));
  if (key === 'aws:sourceorgpaths') return values.every((each) => /^o-[a-z0-9]+\//.test(each));
  return (key === 'aws:sourceaccount' || key === 'aws:sourceorgid') && values.every((each) => isFixed(each, operator));
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
