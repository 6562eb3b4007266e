import { account, launchTemplate, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { launchTemplateAsksForNoUnencryptedVolume } from './launch-template-asks-for-no-unencrypted-volume.ts';

const plain = launchTemplate({
  BlockDeviceMappings: [
    { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
    { DeviceName: '/dev/sdf', Ebs: { Encrypted: false } },
  ],
});
const off = account({ ebsEncryptionByDefault: { 'eu-west-1': false, 'us-east-1': true } });

testRule(launchTemplateAsksForNoUnencryptedVolume, {
  pass: [
    { name: 'an encrypted volume', resource: launchTemplate(), with: [off] },
    {
      name: 'volumes of which nothing is said, and one of the instance itself',
      resource: launchTemplate({
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8 } }, { VirtualName: 'ephemeral0' }],
      }),
      with: [off],
    },
    { name: 'no volumes', resource: launchTemplate({ BlockDeviceMappings: undefined }), with: [off] },
  ],
  fail: [
    {
      name: 'a second volume in the clear',
      resource: plain,
      with: [off],
      message: 'The template asks for /dev/sdf without encryption.',
      severity: 'medium',
      pointers: ['/defaultVersion/LaunchTemplateData/BlockDeviceMappings/1/Ebs/Encrypted'],
    },
    { name: 'where the region encrypts by default', resource: plain, with: [account()], severity: 'low' },
    {
      name: 'a default that could not be read does not make it better',
      resource: plain,
      with: [account({ ebsEncryptionByDefault: notCollected('ec2:GetEbsEncryptionByDefault') })],
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'versions that were denied',
      resource: launchTemplate({}, {}, { defaultVersion: notCollected('ec2:DescribeLaunchTemplateVersions') }),
      missing: ['defaultVersion'],
    },
  ],
});
