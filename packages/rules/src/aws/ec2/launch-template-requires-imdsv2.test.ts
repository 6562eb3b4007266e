import type { InstanceMetadataDefaults } from '@plumbline/model';
import { account, launchTemplate, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { launchTemplateRequiresImdsv2 } from './launch-template-requires-imdsv2.ts';

const silent = launchTemplate({ MetadataOptions: undefined });
const defaults = (inIreland: InstanceMetadataDefaults) =>
  account({ instanceMetadataDefaults: { 'eu-west-1': inIreland, 'us-east-1': { HttpTokens: 'required' } } });
const tokens = '/defaultVersion/LaunchTemplateData/MetadataOptions/HttpTokens';

testRule(launchTemplateRequiresImdsv2, {
  pass: [
    { name: 'tokens are required', resource: launchTemplate() },
    {
      name: 'the metadata service is off',
      resource: launchTemplate({ MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'disabled' } }),
    },
    { name: 'it says nothing, and the default of the account requires them', resource: silent, with: [account()] },
    {
      name: 'it says nothing, and the service is off by default',
      resource: silent,
      with: [defaults({ HttpEndpoint: 'disabled' })],
    },
  ],
  fail: [
    {
      name: 'tokens are optional, whatever the default',
      resource: launchTemplate({ MetadataOptions: { HttpTokens: 'optional' } }),
      with: [account()],
      message: 'IMDSv1',
      severity: 'medium',
      pointers: [tokens],
    },
    {
      name: 'it says nothing, and the default allows IMDSv1',
      resource: silent,
      with: [defaults({ HttpTokens: 'optional' })],
      message: 'the default of the account allows IMDSv1.',
      severity: 'medium',
      pointers: [tokens, '/instanceMetadataDefaults/eu-west-1'],
    },
    {
      name: 'neither says anything, so the image decides',
      resource: silent,
      with: [defaults({})],
      message: 'Neither the template nor the default of the account',
      severity: 'low',
    },
    {
      name: 'it turns the service on where it is off by default',
      resource: launchTemplate({ MetadataOptions: { HttpEndpoint: 'enabled' } }),
      with: [defaults({ HttpEndpoint: 'disabled' })],
    },
  ],
  unknown: [
    {
      name: 'versions that were denied',
      resource: launchTemplate({}, {}, { defaultVersion: notCollected('ec2:DescribeLaunchTemplateVersions') }),
      missing: ['defaultVersion'],
    },
    {
      name: 'it says nothing, and the defaults could not be read',
      resource: silent,
      with: [account({ instanceMetadataDefaults: notCollected('ec2:GetInstanceMetadataDefaults') })],
      missing: ['AWS::Account.instanceMetadataDefaults'],
    },
    {
      name: 'it says nothing, and the default of the region is not recorded',
      resource: silent,
      with: [account({ instanceMetadataDefaults: { 'us-east-1': { HttpTokens: 'required' } } })],
      missing: ['AWS::Account.instanceMetadataDefaults'],
    },
  ],
});
