import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketRequiresMfaDelete } from './bucket-requires-mfa-delete.ts';

const lifecycle = { Rules: [{ ID: 'a', Status: 'Disabled' as const, Expiration: { Days: 30 } }] };

testRule(bucketRequiresMfaDelete, {
  pass: [
    { name: 'MFA delete', resource: bucket({ versioning: { Status: 'Enabled', MFADelete: 'Enabled' } }) },
    {
      name: 'MFA delete, whatever could not be read',
      resource: bucket({
        versioning: { Status: 'Enabled', MFADelete: 'Enabled' },
        lifecycle: notCollected('s3:GetLifecycleConfiguration'),
      }),
    },
  ],
  fail: [
    {
      name: 'versions without it',
      resource: bucket({ versioning: { Status: 'Enabled', MFADelete: 'Disabled' } }),
      message: 'Versions can be deleted without MFA.',
      severity: 'low',
      pointers: ['/versioning/MFADelete'],
    },
    { name: 'no versions', resource: bucket(), message: 'Versioning is not enabled' },
  ],
  unknown: [
    {
      name: 'no MFA delete, and lifecycle rules that could not be read',
      resource: bucket({ lifecycle: notCollected('s3:GetLifecycleConfiguration') }),
      missing: ['lifecycle'],
    },
    {
      name: 'versioning that could not be read',
      resource: bucket({ versioning: notCollected('s3:GetBucketVersioning') }),
      missing: ['versioning'],
    },
  ],
  notApplicable: [
    { name: 'a bucket with lifecycle rules', resource: bucket({ lifecycle }), because: 'It has lifecycle rules' },
  ],
});
