import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accountDefaultsToImdsv2 } from './account-defaults-to-imdsv2.ts';

const required = { HttpTokens: 'required' } as const;

testRule(accountDefaultsToImdsv2, {
  pass: [
    { name: 'tokens are required in each region', resource: account() },
    {
      name: 'the metadata service is off by default in one',
      resource: account({
        instanceMetadataDefaults: { 'eu-west-1': required, 'us-east-1': { HttpEndpoint: 'disabled' } },
      }),
    },
  ],
  fail: [
    {
      name: 'one region has no default, and another lets IMDSv1 in',
      resource: account({ instanceMetadataDefaults: { 'eu-west-1': {}, 'us-east-1': { HttpTokens: 'optional' } } }),
      message: 'New instances may allow IMDSv1 by default in eu-west-1 and us-east-1.',
      severity: 'medium',
      pointers: ['/instanceMetadataDefaults/eu-west-1/HttpTokens', '/instanceMetadataDefaults/us-east-1/HttpTokens'],
    },
    {
      name: 'a default for the hop limit alone says nothing of tokens',
      resource: account({
        instanceMetadataDefaults: { 'eu-west-1': required, 'us-east-1': { HttpPutResponseHopLimit: 1 } },
      }),
    },
  ],
  unknown: [
    {
      name: 'the defaults could not be read',
      resource: account({ instanceMetadataDefaults: notCollected('ec2:GetInstanceMetadataDefaults') }),
      missing: ['instanceMetadataDefaults'],
    },
    {
      name: 'one region was not recorded',
      resource: account({ instanceMetadataDefaults: { 'us-east-1': required } }),
      missing: ['instanceMetadataDefaults'],
    },
  ],
});
