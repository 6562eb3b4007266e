import { networkInterface, notCollected, vpc, vpcEndpoint } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { vpcHasSsmEndpoint } from './vpc-has-ssm-endpoint.ts';

const forService = (service: string) => vpcEndpoint({ ServiceName: `com.amazonaws.eu-west-1.${service}` });

testRule(vpcHasSsmEndpoint, {
  pass: [{ name: 'an endpoint in the VPC', resource: vpc(), with: [forService('ssm')] }],
  fail: [
    {
      name: 'the endpoint of the agent and that of sessions alone',
      resource: vpc(),
      with: [forService('ec2messages'), forService('ssmmessages'), networkInterface()],
      message: 'The VPC has no interface endpoint for ssm.',
      severity: 'medium',
      pointers: ['/vpc/VpcId'],
    },
  ],
  unknown: [
    { name: 'the VPC', resource: vpc({}, { vpc: notCollected('ec2:DescribeVpcs') }), missing: ['vpc'] },
    {
      name: 'endpoints could not be listed',
      resource: vpc(),
      unlisted: [{ type: 'AWS::EC2::VPCEndpoint', region: 'eu-west-1' }],
      missing: ['AWS::EC2::VPCEndpoint in eu-west-1'],
    },
  ],
});
