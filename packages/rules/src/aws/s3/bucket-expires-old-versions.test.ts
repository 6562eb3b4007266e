import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketExpiresOldVersions } from './bucket-expires-old-versions.ts';

const versioning = { Status: 'Enabled' as const };
const old = { ID: 'old', Status: 'Enabled' as const, NoncurrentVersionExpiration: { NoncurrentDays: 90 } };
const current = { ID: 'tmp', Status: 'Enabled' as const, Expiration: { Days: 7 } };

testRule(bucketExpiresOldVersions, {
  pass: [
    { name: 'old versions expire', resource: bucket({ versioning, lifecycle: { Rules: [current, old] } }) },
    {
      name: 'old versions move to the archive',
      resource: bucket({
        versioning,
        lifecycle: {
          Rules: [
            {
              ID: 'archive',
              Status: 'Enabled',
              NoncurrentVersionTransitions: [{ NoncurrentDays: 30, StorageClass: 'DEEP_ARCHIVE' }],
            },
          ],
        },
      }),
    },
  ],
  fail: [
    {
      name: 'no rules',
      resource: bucket({ versioning }),
      message: 'No lifecycle rule is enabled',
      severity: 'low',
      pointers: ['/versioning/Status', '/lifecycle'],
    },
    {
      name: 'rules for current objects only',
      resource: bucket({ versioning, lifecycle: { Rules: [current] } }),
      message: 'for current objects only',
      pointers: ['/versioning/Status', '/lifecycle/Rules'],
    },
    {
      name: 'versions of the time before versioning was suspended',
      resource: bucket({ versioning: { Status: 'Suspended' }, lifecycle: { Rules: [{ ...old, Status: 'Disabled' }] } }),
    },
  ],
  unknown: [
    {
      name: 'rules that could not be read',
      resource: bucket({ versioning, lifecycle: notCollected('s3:GetLifecycleConfiguration') }),
      missing: ['lifecycle'],
    },
  ],
  notApplicable: [
    {
      name: 'a bucket that never had versions, whatever could not be read',
      resource: bucket({ lifecycle: notCollected('s3:GetLifecycleConfiguration') }),
      because: 'never had versioning',
    },
    {
      name: 'MFA delete',
      resource: bucket({ versioning: { Status: 'Enabled', MFADelete: 'Enabled' } }),
      because: 'MFA delete is on',
    },
  ],
});
