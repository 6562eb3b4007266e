import { defineRule, notApplicable, pass, sh } from '@plumbline/rules';

export const bucketKeepsVersions = defineRule({
  id: 'custom-bucket-keeps-versions',
  title: 'Buckets keep versions unless they are scratch',
  description: 'Every bucket must have versioning on, but those that are tagged `purpose: scratch`.',
  risk: 'What is overwritten or deleted by mistake is gone.',
  attack:
    'Someone with a stolen key overwrites each object with its encrypted copy. Without versions, the only way back is to pay.',
  severity: 'medium',
  categories: ['resilience'],
  resource: 'AWS::S3::Bucket',
  reads: ['versioning'],
  controls: {},
  audit: {
    console: ['Open S3, choose the bucket and its Properties.', 'Look at Bucket Versioning.'],
    cli: ({ name }) => sh`aws s3api get-bucket-versioning --bucket ${name}`,
    good: 'It answers `"Status": "Enabled"`.',
  },
  remediation: {
    summary: 'Turn versioning on, or tag the bucket as scratch.',
    impact: 'Old versions are stored, and paid for, until a lifecycle rule expires them.',
    effort: 'minutes',
    console: ['Open S3, choose the bucket and its Properties.', 'Edit Bucket Versioning and enable it.'],
    cli: ({ name }) => sh`aws s3api put-bucket-versioning --bucket ${name} --versioning-configuration Status=Enabled`,
    terraform: () => `resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = "Enabled"
  }
}`,
    cloudformation: () => `Type: AWS::S3::Bucket
Properties:
  VersioningConfiguration:
    Status: Enabled`,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  },
  evaluate: ({ versioning }, { resource }) => {
    if (resource.tags['purpose'] === 'scratch') return notApplicable('The bucket is tagged as scratch.');
    if (versioning.Status === 'Enabled') return pass;
    return {
      status: 'fail',
      message: 'The bucket does not keep versions, and is not tagged as scratch.',
      evidence: [{ pointer: '/versioning/Status', expected: 'is Enabled' }],
    };
  },
});
