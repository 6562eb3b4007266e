import { bucket, notCollected } from '@plumbline/model/testing';
import { testRule } from '@plumbline/rules/testing';
import { bucketKeepsVersions } from './bucket-keeps-versions.ts';

testRule(bucketKeepsVersions, {
  pass: [{ name: 'versioning is on', resource: bucket({ versioning: { Status: 'Enabled' } }) }],
  fail: [
    {
      name: 'versioning was never on',
      resource: bucket({ versioning: {} }),
      message: 'does not keep versions',
      pointers: ['/versioning/Status'],
    },
    { name: 'versioning is suspended', resource: bucket({ versioning: { Status: 'Suspended' } }) },
  ],
  unknown: [
    {
      name: 'versioning could not be read',
      resource: bucket({ versioning: notCollected('s3:GetBucketVersioning') }),
      missing: ['versioning'],
    },
  ],
  notApplicable: [{ name: 'a scratch bucket', resource: bucket({ versioning: {}, tags: { purpose: 'scratch' } }) }],
});
