import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketKeepsVersions } from './bucket-keeps-versions.ts';

testRule(bucketKeepsVersions, {
  pass: [{ name: 'versioning is enabled', resource: bucket({ versioning: { Status: 'Enabled' } }) }],
  fail: [
    {
      name: 'it never was',
      resource: bucket(),
      message: 'Versioning was never enabled.',
      severity: 'low',
      pointers: ['/versioning/Status'],
    },
    {
      name: 'it was suspended',
      resource: bucket({ versioning: { Status: 'Suspended' } }),
      message: 'Versioning is suspended.',
    },
  ],
  unknown: [
    {
      name: 'it could not be read',
      resource: bucket({ versioning: notCollected('s3:GetBucketVersioning') }),
      missing: ['versioning'],
    },
  ],
});
