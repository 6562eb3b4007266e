import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { readVersions } from '../../lib/bucket-audits.ts';
import { lifecycleCommand, lifecycleTemplate, lifecycleTerraform } from '../../lib/lifecycle-fixes.ts';

export const bucketHasLifecycleRules = defineRule({
  id: 'aws-s3-bucket-has-lifecycle-rules',
  title: 'Buckets say how long they keep objects',
  description:
    'The bucket must have at least one lifecycle rule that is enabled, be it for a part of its objects only. It does not apply where MFA delete is on, which S3 does not take together with lifecycle rules.',
  risk: 'Data that nobody needs stays for ever, costs, and leaks with the rest one day. Laws on personal data ask for an end of keeping it.',
  attack:
    'Nobody breaks in by this. But an export made for a test stays for years, because nothing ever removes it. When a key that may read the bucket leaks one day, the export is copied with the rest, though nobody had needed it for long.',
  audit: {
    console: ['Open S3 and choose the bucket.', 'Management → Lifecycle configuration: see whether a rule is enabled.'],
    cli: readVersions,
    good: '`Rules` has one with `Status` `Enabled`. `NoSuchLifecycleConfiguration` means that there is none, which is right only where `MFADelete` is `Enabled`.',
  },
  severity: 'low',
  categories: ['resilience'],
  resource: 'AWS::S3::Bucket',
  reads: ['lifecycle'],
  mayRead: ['versioning'],
  controls: { fsbp: ['S3.13'] },
  remediation: {
    summary: 'Set a lifecycle rule: at the least one that removes old versions and uploads that were never finished.',
    impact:
      'What a rule expires is deleted. Begin with old versions and unfinished uploads, which applications do not see.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Management → Create lifecycle rule.',
      'Choose what it is for and what happens after how many days, read the summary, and create it.',
    ],
    cli: lifecycleCommand,
    terraform: lifecycleTerraform,
    cloudformation: lifecycleTemplate,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-set-lifecycle-configuration-intro.html',
  },

  evaluate: ({ lifecycle, versioning }) => {
    const rules = lifecycle?.Rules ?? [];
    if (rules.some(({ Status }) => Status === 'Enabled')) return pass;
    if (!isCollected(versioning)) return unknown(versioning.notCollected);
    if (versioning.MFADelete === 'Enabled')
      return notApplicable('MFA delete is on, which S3 does not take together with lifecycle rules.');
    return {
      status: 'fail',
      message: rules.length > 0 ? 'All lifecycle rules are disabled.' : 'The bucket has no lifecycle rules.',
      evidence: [
        { pointer: rules.length > 0 ? '/lifecycle/Rules' : '/lifecycle', expected: 'has a rule that is Enabled' },
      ],
    };
  },
});
