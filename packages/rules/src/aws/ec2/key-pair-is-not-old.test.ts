import { instance, keyPair, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { keyPairIsNotOld } from './key-pair-is-not-old.ts';

const launched = instance({ KeyName: 'operations', Tags: [{ Key: 'Name', Value: 'bastion' }] });
const second = instance({ InstanceId: 'i-2', KeyName: 'operations' });
const old = keyPair({ CreateTime: '2019-03-01T10:00:00.000Z' });
const noInstances = { type: 'AWS::EC2::Instance', region: 'eu-west-1' } as const;

testRule(keyPairIsNotOld, {
  pass: [
    { name: 'made this year', resource: keyPair(), with: [launched] },
    {
      name: 'made 365 days ago',
      resource: keyPair({ CreateTime: '2025-11-20T08:00:00.000Z' }),
      with: [launched],
    },
    { name: 'made this year, and used by nothing yet', resource: keyPair() },
    { name: 'made this year, where instances could not be listed', resource: keyPair(), unlisted: [noInstances] },
  ],
  fail: [
    {
      name: 'made years ago',
      resource: old,
      with: [launched],
      message: 'The key pair is 2820 days old, and bastion was launched with it.',
      severity: 'low',
      pointers: ['/keyPair/CreateTime', '/instance/KeyName'],
    },
    {
      name: 'older than the user allows',
      resource: keyPair(),
      with: [launched, second],
      parameters: { maxAgeDays: 90 },
      message: 'is 311 days old, and bastion and i-2 were launched with it.',
    },
  ],
  unknown: [
    {
      name: 'the key pair',
      resource: keyPair({}, { keyPair: notCollected('ec2:DescribeKeyPairs') }),
      missing: ['keyPair'],
    },
    {
      name: 'a key pair without a date',
      resource: keyPair({ CreateTime: undefined }),
      with: [launched],
      missing: ['keyPair.CreateTime'],
    },
    {
      name: 'an old one where instances could not be listed',
      resource: old,
      unlisted: [noInstances],
      missing: ['AWS::EC2::Instance in eu-west-1'],
    },
  ],
  notApplicable: [{ name: 'an old one that nothing was launched with', resource: old, because: 'No instance' }],
});

test('the command makes a new one before it deletes the old one', async () => {
  expect((await fixFor(keyPairIsNotOld, { name: '', resource: old, with: [launched] })).split('\n')).toEqual([
    'aws ec2 create-key-pair --region eu-west-1 --key-name operations-new --key-type ed25519 --query KeyMaterial --output text > new-key.pem',
    expect.stringMatching(/^# On each instance/),
    'aws ec2 delete-key-pair --region eu-west-1 --key-pair-id key-0c1d2e3f4a5b6c7d8',
  ]);
});
