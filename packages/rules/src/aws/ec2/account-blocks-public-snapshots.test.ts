import { account, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { accountBlocksPublicSnapshots } from './account-blocks-public-snapshots.ts';

const open = account({ snapshotBlockPublicAccess: { 'us-east-1': 'unblocked', 'eu-west-1': 'block-all-sharing' } });

testRule(accountBlocksPublicSnapshots, {
  pass: [
    { name: 'all sharing is blocked in each region', resource: account() },
    {
      name: 'new sharing alone is blocked in one',
      resource: account({
        snapshotBlockPublicAccess: { 'us-east-1': 'block-new-sharing', 'eu-west-1': 'block-all-sharing' },
      }),
    },
  ],
  fail: [
    {
      name: 'one region has no block',
      resource: open,
      message: 'Snapshots can be made public in us-east-1.',
      severity: 'medium',
      pointers: ['/snapshotBlockPublicAccess/us-east-1'],
    },
  ],
  unknown: [
    {
      name: 'the setting could not be read',
      resource: account({ snapshotBlockPublicAccess: notCollected('ec2:GetSnapshotBlockPublicAccessState') }),
      missing: ['snapshotBlockPublicAccess'],
    },
    {
      name: 'one region was not recorded',
      resource: account({ snapshotBlockPublicAccess: { 'us-east-1': 'block-all-sharing' } }),
      missing: ['snapshotBlockPublicAccess'],
    },
  ],
});

test('the command is for the region without a block', async () => {
  expect(await fixFor(accountBlocksPublicSnapshots, { name: '', resource: open })).toBe(
    'aws ec2 enable-snapshot-block-public-access --region us-east-1 --state block-all-sharing',
  );
});
