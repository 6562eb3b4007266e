import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { bucketTemplate } from '../../lib/bucket-fixes.ts';

export const bucketKeepsVersions = defineRule({
  id: 'aws-s3-bucket-keeps-versions',
  title: 'Buckets keep versions of their objects',
  description:
    'Versioning must be enabled. Suspended is not enough: new objects then overwrite each other, while old versions stay.',
  risk: 'A faulty job, a wrong click or ransomware overwrites or deletes objects for good. With versions, what was there a moment ago can be had back.',
  attack:
    'A stolen key may read and write objects, not more. With it the attacker overwrites each object by a copy that only they can decrypt, and leaves a note with a price. Without versions what was there before is gone, and the choice is between paying and the last backup.',
  audit: {
    console: ['Open S3 and choose the bucket.', 'Properties → Bucket Versioning: see whether it is enabled.'],
    cli: ({ name }) => sh`aws s3api get-bucket-versioning --bucket ${name}`,
    good: '`Status` is `Enabled`. An empty answer means that versioning was never on.',
  },
  severity: 'low',
  categories: ['resilience'],
  resource: 'AWS::S3::Bucket',
  reads: ['versioning'],
  controls: {
    'nist-800-53-r5': ['AU-9(2)', 'CP-10', 'CP-6', 'CP-6(1)', 'CP-6(2)', 'CP-9', 'SC-5(2)', 'SI-12', 'SI-13(5)'],
  },
  remediation: {
    summary: 'Enable versioning, and say in a lifecycle rule how long old versions are kept.',
    impact:
      'Each overwritten or deleted object is kept and paid for until a lifecycle rule removes it. Versioning can be suspended again, never undone.',
    effort: 'minutes',
    console: ['Open S3 and choose the bucket → Properties.', 'Bucket Versioning → Edit → Enable → Save.'],
    cli: ({ name }) => sh`aws s3api put-bucket-versioning --bucket ${name} --versioning-configuration Status=Enabled`,
    terraform: ({ name }) => `resource "aws_s3_bucket_versioning" "${hclName(name)}" {
  bucket = ${hclString(name)}
  versioning_configuration {
    status = "Enabled"
  }
}`,
    cloudformation: (target) => bucketTemplate(target, { VersioningConfiguration: { Status: 'Enabled' } }),
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/manage-versioning-examples.html',
  },

  evaluate: ({ versioning: { Status } }) => {
    if (Status === 'Enabled') return pass;
    return {
      status: 'fail',
      message: Status === 'Suspended' ? 'Versioning is suspended.' : 'Versioning was never enabled.',
      evidence: [{ pointer: '/versioning/Status', expected: 'is Enabled' }],
    };
  },
});
