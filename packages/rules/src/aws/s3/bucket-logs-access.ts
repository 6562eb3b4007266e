import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketTemplate } from '../../lib/bucket-fixes.ts';
import { listed } from '../../lib/listed.ts';
import { loggingInto } from '../relations/s3.ts';

export const bucketLogsAccess = defineRule({
  id: 'aws-s3-bucket-logs-access',
  title: 'Buckets log who accesses them',
  description:
    'Server access logging must be on, into a bucket. It does not apply to a bucket that takes the access logs of others: to log it would log the logging.',
  risk: 'After a leak nobody can say who read what. CloudTrail logs single objects only where data events were turned on for them.',
  attack:
    'An access key that may read the bucket lies in a public repository for a day, and somebody uses it. Afterwards nobody can say which of the objects they read: there is no access log, and CloudTrail records single objects only where that was turned on. So all of them have to be counted as lost, and everyone concerned be told.',
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Server access logging: see whether it is enabled, and into which bucket.',
    ],
    cli: ({ name }) => sh`aws s3api get-bucket-logging --bucket ${name}`,
    good: '`LoggingEnabled` has a `TargetBucket`. An empty answer means that logging is off, which is right only for a bucket that takes the access logs of others.',
  },
  severity: 'medium',
  categories: ['logging'],
  resource: 'AWS::S3::Bucket',
  reads: ['logging'],
  needs: { logged: loggingInto },
  controls: { fsbp: ['S3.9'] },
  remediation: {
    summary: 'Send access logs to a bucket of the same region and account that is kept for them.',
    impact:
      'Logs take up storage: give the log bucket lifecycle rules. It must have no default retention, and its policy must allow logging.s3.amazonaws.com to put objects.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Properties.',
      'Server access logging → Edit → Enable, and choose the log bucket and a prefix.',
    ],
    cli: ({ name }) =>
      `# Put the name of your log bucket for LOG_BUCKET.
${sh`aws s3api put-bucket-logging --bucket ${name} --bucket-logging-status ${JSON.stringify({ LoggingEnabled: { TargetBucket: 'LOG_BUCKET', TargetPrefix: `${name}/` } })}`}`,
    terraform: ({ name }) => `resource "aws_s3_bucket_logging" "${hclName(name)}" {
  bucket        = ${hclString(name)}
  target_bucket = "LOG_BUCKET"
  target_prefix = ${hclString(`${name}/`)}
}`,
    cloudformation: (target) =>
      bucketTemplate(target, {
        LoggingConfiguration: { DestinationBucketName: 'LOG_BUCKET', LogFilePrefix: `${target.name}/` },
      }),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
  },

  evaluate: ({ logging }, { logged }) => {
    if (logging?.TargetBucket) return pass;
    if (isCollected(logged) && logged.length > 0)
      return notApplicable(`It takes the access logs of ${listed(logged.map(({ name }) => name))}.`);
    return {
      status: 'fail',
      message: 'Server access logging is off.',
      evidence: [{ pointer: '/logging/TargetBucket', expected: 'names a bucket for the logs' }],
    };
  },
});
