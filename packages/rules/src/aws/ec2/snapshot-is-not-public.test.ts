import { notCollected, snapshot } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { snapshotIsNotPublic } from './snapshot-is-not-public.ts';

testRule(snapshotIsNotPublic, {
  pass: [
    { name: 'a private snapshot', resource: snapshot() },
    {
      name: 'a snapshot for one other account',
      resource: snapshot({}, { createVolumePermissions: [{ UserId: '444455556666' }] }),
    },
  ],
  fail: [
    {
      name: 'a public snapshot that is also shared with an account',
      resource: snapshot(
        { Encrypted: false },
        { createVolumePermissions: [{ UserId: '444455556666' }, { Group: 'all' }] },
      ),
      message: 'Every AWS account',
      severity: 'critical',
      pointers: ['/createVolumePermissions/1/Group'],
    },
  ],
  unknown: [
    {
      name: 'permissions that were denied',
      resource: snapshot({}, { createVolumePermissions: notCollected('ec2:DescribeSnapshotAttribute') }),
      missing: ['createVolumePermissions'],
    },
  ],
});
