import { notCollected, volume } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { volumeIsEncrypted } from './volume-is-encrypted.ts';

const plain = { Encrypted: false, KmsKeyId: undefined };

testRule(volumeIsEncrypted, {
  pass: [
    { name: 'an encrypted volume', resource: volume() },
    { name: 'an encrypted volume that nothing uses', resource: volume({ State: 'available', Attachments: [] }) },
  ],
  fail: [
    {
      name: 'an attached volume',
      resource: volume(plain),
      message: 'The volume is not encrypted and is attached to i-0e1a7c4b5d6f8a9b2.',
      severity: 'medium',
      pointers: ['/volume/Encrypted', '/volume/AvailabilityZone'],
    },
    {
      name: 'a volume that nothing uses',
      resource: volume({ ...plain, State: 'available', Attachments: [] }),
      message: /not encrypted\.$/,
    },
  ],
  unknown: [
    { name: 'the volume', resource: volume({}, { volume: notCollected('ec2:DescribeVolumes') }), missing: ['volume'] },
    {
      name: 'a recording without the field',
      resource: volume({ Encrypted: undefined }),
      missing: ['volume.Encrypted'],
    },
  ],
  notApplicable: [
    {
      name: 'a volume that is being deleted',
      resource: volume({ ...plain, State: 'deleting' }),
      because: 'being deleted',
    },
  ],
});

test("the command makes the copy in the volume's own zone", async () => {
  const resource = volume({ ...plain, AvailabilityZone: 'eu-west-1c' });
  expect(await fixFor(volumeIsEncrypted, { name: '', resource })).toContain(
    'aws ec2 create-volume --region eu-west-1 --availability-zone eu-west-1c --snapshot-id "$snapshot" --encrypted',
  );
});
