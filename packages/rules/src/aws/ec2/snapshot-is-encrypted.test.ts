import { notCollected, snapshot } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { snapshotIsEncrypted } from './snapshot-is-encrypted.ts';

testRule(snapshotIsEncrypted, {
  pass: [
    { name: 'an encrypted snapshot', resource: snapshot() },
    { name: 'an encrypted one that is not complete yet', resource: snapshot({ State: 'pending' }) },
  ],
  fail: [
    {
      name: 'a snapshot in the clear',
      resource: snapshot({ Encrypted: false, KmsKeyId: undefined }),
      message: 'The snapshot is not encrypted.',
      severity: 'medium',
      pointers: ['/snapshot/Encrypted'],
    },
    { name: 'one in the archive', resource: snapshot({ Encrypted: false, StorageTier: 'archive' }) },
  ],
  unknown: [
    {
      name: 'the snapshot',
      resource: snapshot({}, { snapshot: notCollected('ec2:DescribeSnapshots') }),
      missing: ['snapshot'],
    },
    {
      name: 'a recording without the field',
      resource: snapshot({ Encrypted: undefined }),
      missing: ['snapshot.Encrypted'],
    },
  ],
  notApplicable: [
    { name: 'a snapshot that failed', resource: snapshot({ State: 'error', Encrypted: false }), because: 'failed' },
  ],
});
