import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketHasLifecycleRules } from './bucket-has-lifecycle-rules.ts';

const rule = (Status: 'Enabled' | 'Disabled') => ({
  ID: Status,
  Status,
  Filter: { Prefix: 'tmp/' },
  Expiration: { Days: 7 },
});

testRule(bucketHasLifecycleRules, {
  pass: [
    {
      name: 'a rule that is enabled, beside one that is not',
      resource: bucket({ lifecycle: { Rules: [rule('Disabled'), rule('Enabled')] } }),
    },
  ],
  fail: [
    { name: 'none', resource: bucket(), message: 'no lifecycle rules', severity: 'low', pointers: ['/lifecycle'] },
    {
      name: 'disabled ones only',
      resource: bucket({ lifecycle: { Rules: [rule('Disabled')] } }),
      message: 'All lifecycle rules are disabled.',
      pointers: ['/lifecycle/Rules'],
    },
  ],
  unknown: [
    {
      name: 'rules that could not be read',
      resource: bucket({ lifecycle: notCollected('s3:GetLifecycleConfiguration') }),
      missing: ['lifecycle'],
    },
    {
      name: 'no rules, and whether MFA delete is on could not be read',
      resource: bucket({ versioning: notCollected('s3:GetBucketVersioning') }),
      missing: ['versioning'],
    },
  ],
  notApplicable: [
    {
      name: 'MFA delete',
      resource: bucket({ versioning: { Status: 'Enabled', MFADelete: 'Enabled' } }),
      because: 'MFA delete is on',
    },
  ],
});
