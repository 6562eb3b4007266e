import { account, notCollected, snapshot, TEST_ACCOUNT } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { snapshotIsNotShared } from './snapshot-is-not-shared.ts';

const createVolumePermissions = [{ UserId: '444455556666' }, { UserId: '777788889999' }];

testRule(snapshotIsNotShared, {
  pass: [
    { name: 'a private snapshot', resource: snapshot() },
    {
      name: 'a public snapshot, which is for another rule',
      resource: snapshot({}, { createVolumePermissions: [{ Group: 'all' }] }),
    },
    {
      name: 'a permission for the own account',
      resource: snapshot({}, { createVolumePermissions: [{ UserId: TEST_ACCOUNT }] }),
    },
  ],
  fail: [
    {
      name: 'an unencrypted snapshot for two other accounts, under a block of public sharing',
      resource: snapshot({ Encrypted: false }, { createVolumePermissions }),
      with: [account()],
      message: 'The snapshot is shared with the accounts 444455556666 and 777788889999.',
      severity: 'medium',
      pointers: ['/createVolumePermissions/0/UserId', '/createVolumePermissions/1/UserId'],
    },
    {
      name: 'an encrypted snapshot for another account',
      resource: snapshot({}, { createVolumePermissions: [{ Group: 'all' }, { UserId: '444455556666' }] }),
      message: 'shared with account 444455556666.',
      severity: 'low',
      pointers: ['/createVolumePermissions/1/UserId'],
    },
    {
      name: 'a snapshot of which only the permissions were recorded',
      resource: snapshot({}, { snapshot: undefined, createVolumePermissions }),
      severity: 'medium',
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

test('the command takes the permission from each of them', async () => {
  expect(await fixFor(snapshotIsNotShared, { name: '', resource: snapshot({}, { createVolumePermissions }) })).toMatch(
    /--operation-type remove --user-ids 444455556666 777788889999$/,
  );
});
