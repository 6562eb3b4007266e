import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { readVersions } from '../../lib/bucket-audits.ts';

export const bucketRequiresMfaDelete = defineRule({
  id: 'aws-s3-bucket-requires-mfa-delete',
  title: 'Buckets delete versions only with MFA',
  description:
    'MFA delete must be enabled, for which versioning must be too. It does not apply to a bucket with lifecycle rules: S3 does not take both, and such a bucket deletes by rule.',
  risk: 'Whoever gets hold of one access key deletes the objects with all their versions, or suspends versioning first. MFA delete asks for a device that the thief does not have.',
  attack:
    'The attacker has a key that may delete versions, as keys of administrators may. They list all versions, delete each of them for good and then ask for money for a copy that they claim to have. Versioning did not help, as they deleted the versions too; S3 never asked for a second factor.',
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Bucket Versioning: see Multi-factor authentication (MFA) delete.',
    ],
    cli: readVersions,
    good: '`MFADelete` is `Enabled`. Where the second command answers with `Rules`, it cannot be: S3 does not take both.',
  },
  severity: 'low',
  categories: ['resilience'],
  resource: 'AWS::S3::Bucket',
  reads: ['versioning'],
  mayRead: ['lifecycle'],
  controls: {
    'cis-aws': ['s3-mfa-delete'],
    'nist-800-53-r5': ['CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-3', 'SC-5(2)'],
  },
  remediation: {
    summary:
      'Enable MFA delete as the root user, for buckets whose versions must not be lost; elsewhere give old versions a lifecycle.',
    impact:
      'Only the root user with its MFA device deletes versions or changes versioning from then on. Lifecycle rules cannot be set, and jobs that delete versions fail.',
    effort: 'hours',
    console: ['The console cannot do it: use the command, with credentials of the root user.'],
    cli: ({ account, name, partition }) =>
      `# As the root user; the last word is the number that the device shows.
${sh`aws s3api put-bucket-versioning --bucket ${name} --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa ${`arn:${partition}:iam::${account}:mfa/DEVICE 123456`}`}`,
    terraform: ({ account, name, partition }) => `# Applied by the root user, with the number that the device shows.
resource "aws_s3_bucket_versioning" "${hclName(name)}" {
  bucket = ${hclString(name)}
  mfa    = ${hclString(`arn:${partition}:iam::${account}:mfa/DEVICE 123456`)}
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}`,
    cloudformation: () =>
      '# CloudFormation cannot set MFA delete: it takes a device of the root user. Use the command.',
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
  },

  evaluate: ({ versioning: { Status, MFADelete }, lifecycle }) => {
    if (MFADelete === 'Enabled') return pass;
    if (!isCollected(lifecycle)) return unknown(lifecycle.notCollected);
    if (lifecycle?.Rules?.length)
      return notApplicable('It has lifecycle rules, which S3 does not take together with it.');
    return {
      status: 'fail',
      message:
        Status === 'Enabled'
          ? 'Versions can be deleted without MFA.'
          : 'Versioning is not enabled, and so neither is MFA delete.',
      evidence: [{ pointer: '/versioning/MFADelete', expected: 'is Enabled' }],
    };
  },
});
