import { launchTemplate, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { launchTemplateGivesNoPublicIp } from './launch-template-gives-no-public-ip.ts';

testRule(launchTemplateGivesNoPublicIp, {
  pass: [
    { name: 'an interface without a public address', resource: launchTemplate() },
    { name: 'a template that leaves it to the subnet', resource: launchTemplate({ NetworkInterfaces: undefined }) },
    {
      name: 'an interface of which nothing is said',
      resource: launchTemplate({ NetworkInterfaces: [{ DeviceIndex: 0 }] }),
    },
  ],
  fail: [
    {
      name: 'the second interface gets a public address',
      resource: launchTemplate({
        NetworkInterfaces: [{ DeviceIndex: 0 }, { DeviceIndex: 1, AssociatePublicIpAddress: true }],
      }),
      message: 'get a public address',
      severity: 'high',
      pointers: ['/defaultVersion/LaunchTemplateData/NetworkInterfaces/1/AssociatePublicIpAddress'],
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
