import { account, notCollected, snapshot } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { snapshotIsNotPublic } from './snapshot-is-not-public.ts';

const everyone = snapshot({ Encrypted: false }, { createVolumePermissions: [{ Group: 'all' }] });
const inRegion = (state: string) => account({ snapshotBlockPublicAccess: { 'eu-west-1': state, 'us-east-1': state } });

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
    {
      name: 'item 28: a block of all sharing in the region keeps the permission from use, and leaves it there',
      resource: everyone,
      with: [inRegion('block-all-sharing')],
      message: 'only the block of the region keeps from use',
      severity: 'low',
      pointers: ['/createVolumePermissions/0/Group', '/snapshotBlockPublicAccess/eu-west-1'],
    },
    {
      name: 'item 28: a block of new sharing leaves it public',
      resource: everyone,
      with: [inRegion('block-new-sharing')],
      severity: 'critical',
    },
    {
      name: 'a block in another region does nothing here',
      resource: everyone,
      with: [account({ snapshotBlockPublicAccess: { 'us-east-1': 'block-all-sharing' } })],
      severity: 'critical',
    },
    {
      name: 'a block that could not be read does not make it better',
      resource: everyone,
      with: [account({ snapshotBlockPublicAccess: notCollected('ec2:GetSnapshotBlockPublicAccessState') })],
      severity: 'critical',
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
