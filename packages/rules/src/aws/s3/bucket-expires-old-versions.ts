import { isCollected, type BucketLifecycle } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown, type Outcome } from '../../kernel/outcome.ts';
import { readVersions } from '../../lib/bucket-audits.ts';
import { lifecycleCommand, lifecycleTemplate, lifecycleTerraform } from '../../lib/lifecycle-fixes.ts';

export const bucketExpiresOldVersions = defineRule({
  id: 'aws-s3-bucket-expires-old-versions',
  title: 'Versioned buckets say what becomes of old versions',
  description:
    'A bucket that has or had versioning must have an enabled lifecycle rule that expires or moves noncurrent versions. Rules for current objects only leave every old version in place, as does suspending versioning. It does not apply where MFA delete is on, which S3 does not take together with lifecycle rules.',
  risk: 'Deleting an object only hides it: all its versions stay, cost, and can be read by whoever may read versions. What a person asked to be erased is still there.',
  attack:
    'Someone asks for their data to be erased, and the application deletes the object; its versions stay. Years later a key leaks that may list and read versions. The thief reads what everyone thought was gone, and the owner has to say why it was still there.',
  audit: {
    console: [
      'Open S3 and choose the bucket.',
      'Properties → Bucket Versioning.',
      'Management → Lifecycle configuration: look for rules with noncurrent version actions.',
    ],
    cli: readVersions,
    good: 'Some rule with `Status` `Enabled` has `NoncurrentVersionExpiration` or `NoncurrentVersionTransitions`. There need be none where the first command answers nothing, as there never was versioning, or where `MFADelete` is `Enabled`.',
  },
  severity: 'low',
  categories: ['resilience'],
  resource: 'AWS::S3::Bucket',
  reads: ['versioning'],
  mayRead: ['lifecycle'],
  controls: { fsbp: ['S3.10'] },
  remediation: {
    summary: 'Set a lifecycle rule that expires noncurrent versions after the time in which they may be needed back.',
    impact: 'Old versions beyond that age are deleted for good.',
    effort: 'minutes',
    console: [
      'Open S3 and choose the bucket → Management → Create lifecycle rule.',
      'Apply to all objects → Permanently delete noncurrent versions → days after they become noncurrent.',
    ],
    cli: lifecycleCommand,
    terraform: lifecycleTerraform,
    cloudformation: lifecycleTemplate,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  },

  evaluate: ({ versioning: { Status, MFADelete }, lifecycle }) => {
    if (Status === undefined) return notApplicable('It never had versioning.');
    if (MFADelete === 'Enabled')
      return notApplicable('MFA delete is on, which S3 does not take together with lifecycle rules.');
    if (!isCollected(lifecycle)) return unknown(lifecycle.notCollected);
    const rules = lifecycle?.Rules ?? [];
    if (rules.some(endsOldVersions)) return pass;
    return rules.some(isEnabled) ? FOR_CURRENT_ONLY : NONE_ENABLED;
  },
});

type LifecycleRule = NonNullable<BucketLifecycle['Rules']>[number];

function endsOldVersions(rule: LifecycleRule): boolean {
  return isEnabled(rule) && Boolean(rule.NoncurrentVersionExpiration ?? rule.NoncurrentVersionTransitions?.length);
}

function isEnabled({ Status }: LifecycleRule): boolean {
  return Status === 'Enabled';
}

const FOR_CURRENT_ONLY = keptForEver('The lifecycle rules are for current objects only', '/lifecycle/Rules');
const NONE_ENABLED = keptForEver('No lifecycle rule is enabled', '/lifecycle');

function keptForEver(why: string, pointer: string): Outcome {
  return {
    status: 'fail',
    message: `${why}; old versions are kept for ever.`,
    evidence: [
      { pointer: '/versioning/Status', expected: 'keeps old versions', ok: true },
      { pointer, expected: 'has an enabled rule for noncurrent versions' },
    ],
  };
}
