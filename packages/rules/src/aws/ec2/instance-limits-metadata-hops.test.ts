import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceLimitsMetadataHops } from './instance-limits-metadata-hops.ts';

const hops = (HttpPutResponseHopLimit: number) => ({ HttpEndpoint: 'enabled', HttpPutResponseHopLimit }) as const;

testRule(instanceLimitsMetadataHops, {
  pass: [
    { name: 'the instance alone', resource: instance({ MetadataOptions: hops(1) }) },
    { name: 'the containers on it', resource: instance({ MetadataOptions: hops(2) }) },
  ],
  fail: [
    {
      name: 'everything behind it',
      resource: instance({ MetadataOptions: hops(64) }),
      message: 'Metadata tokens may travel 64 hops from the instance.',
      severity: 'low',
      pointers: ['/instance/MetadataOptions/HttpPutResponseHopLimit'],
    },
    {
      name: 'the containers on it, where the instance alone may',
      resource: instance({ MetadataOptions: hops(2) }),
      parameters: { maxHops: 1 },
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
  ],
  notApplicable: [
    {
      name: 'the metadata service is off',
      resource: instance({ MetadataOptions: { ...hops(64), HttpEndpoint: 'disabled' } }),
      because: 'off',
    },
    { name: 'a terminated instance', resource: instance({ State: { Name: 'terminated' } }), because: 'terminated' },
  ],
});
