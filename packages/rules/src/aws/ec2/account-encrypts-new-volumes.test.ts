import { account, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { accountEncryptsNewVolumes } from './account-encrypts-new-volumes.ts';

const mixed = account({ ebsEncryptionByDefault: { 'us-east-1': false, 'eu-west-1': true, 'eu-central-1': false } });

testRule(accountEncryptsNewVolumes, {
  pass: [{ name: 'it is on in each region', resource: account() }],
  fail: [
    {
      name: 'it is off in two regions of three',
      resource: mixed,
      message: 'New volumes are not encrypted by default in eu-central-1 and us-east-1.',
      severity: 'medium',
      pointers: ['/ebsEncryptionByDefault/eu-central-1', '/ebsEncryptionByDefault/us-east-1'],
    },
  ],
  unknown: [
    {
      name: 'the setting could not be read',
      resource: account({ ebsEncryptionByDefault: notCollected('ec2:GetEbsEncryptionByDefault') }),
      missing: ['ebsEncryptionByDefault'],
    },
    {
      name: 'it is on in one region, and another was not recorded',
      resource: account({ ebsEncryptionByDefault: { 'eu-west-1': true } }),
      missing: ['ebsEncryptionByDefault'],
    },
  ],
});

test('the command is for the regions where it is off', async () => {
  expect(await fixFor(accountEncryptsNewVolumes, { name: '', resource: mixed })).toBe(
    'aws ec2 enable-ebs-encryption-by-default --region eu-central-1\naws ec2 enable-ebs-encryption-by-default --region us-east-1',
  );
});
