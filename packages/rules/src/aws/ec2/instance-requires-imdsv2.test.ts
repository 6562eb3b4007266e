import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceRequiresImdsv2 } from './instance-requires-imdsv2.ts';

const optional = { HttpTokens: 'optional', HttpEndpoint: 'enabled', State: 'applied' } as const;

testRule(instanceRequiresImdsv2, {
  pass: [
    { name: 'tokens are required', resource: instance() },
    { name: 'the service is off', resource: instance({ MetadataOptions: { ...optional, HttpEndpoint: 'disabled' } }) },
  ],
  fail: [
    {
      name: 'tokens are optional',
      resource: instance({ MetadataOptions: optional }),
      message: 'IMDSv1',
      severity: 'high',
      pointers: ['/instance/MetadataOptions/HttpTokens'],
    },
    {
      name: 'tokens are optional on a stopped instance',
      resource: instance({ MetadataOptions: optional, State: { Name: 'stopped' } }),
    },
    {
      name: 'tokens are optional, and there is no role',
      resource: instance({ MetadataOptions: optional, IamInstanceProfile: undefined }),
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'a recording without the options',
      resource: instance({ MetadataOptions: undefined }),
      missing: ['instance.MetadataOptions'],
    },
    {
      name: 'options without the tokens',
      resource: instance({ MetadataOptions: { HttpEndpoint: 'enabled' } }),
      missing: ['instance.MetadataOptions'],
    },
  ],
  notApplicable: [
    {
      name: 'a terminated instance',
      resource: instance({ MetadataOptions: optional, State: { Name: 'terminated' } }),
      because: 'is terminated',
    },
    {
      name: 'one that shuts down for good',
      resource: instance({ MetadataOptions: optional, State: { Name: 'shutting-down' } }),
      because: 'being terminated',
    },
  ],
});
