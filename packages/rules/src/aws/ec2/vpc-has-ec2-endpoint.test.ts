import type { VpcEndpoint } from '@plumbline/model';
import { networkInterface, notCollected, vpc, vpcEndpoint } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { vpcHasEc2Endpoint } from './vpc-has-ec2-endpoint.ts';

testRule(vpcHasEc2Endpoint, {
  pass: [
    { name: 'an endpoint in the VPC', resource: vpc(), with: [vpcEndpoint()] },
    {
      name: 'the state as the API writes it',
      resource: vpc(),
      with: [vpcEndpoint({ State: 'available' as VpcEndpoint['State'] })],
    },
    {
      name: 'the FIPS variant',
      resource: vpc(),
      with: [vpcEndpoint({ ServiceName: 'com.amazonaws.eu-west-1.ec2-fips' })],
    },
  ],
  fail: [
    {
      name: 'endpoints for others whose names look like it',
      resource: vpc(),
      with: [
        vpcEndpoint({ ServiceName: 'com.amazonaws.eu-west-1.ec2messages' }),
        vpcEndpoint({ VpcEndpointId: 'vpce-2', ServiceName: 'com.amazonaws.eu-west-1.s3', VpcEndpointType: 'Gateway' }),
        networkInterface(),
      ],
      message: 'The VPC has no interface endpoint for ec2.',
      severity: 'medium',
      pointers: ['/vpc/VpcId'],
    },
    { name: 'nothing is in the VPC', resource: vpc(), severity: 'info' },
    {
      name: 'what is in the VPC could not be listed',
      resource: vpc(),
      unlisted: [{ type: 'AWS::EC2::NetworkInterface', region: 'eu-west-1' }],
      severity: 'medium',
    },
    { name: 'an endpoint in another VPC', resource: vpc(), with: [vpcEndpoint({ VpcId: 'vpc-2' })] },
    {
      name: 'an endpoint that is being deleted',
      resource: vpc(),
      with: [vpcEndpoint({ State: 'Deleting' })],
      message: 'is not available',
      pointers: ['/vpc/VpcId', '/vpcEndpoint/State'],
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
  notApplicable: [
    { name: 'a VPC that another account shares', resource: vpc({ OwnerId: '444455556666' }), because: 'shares it' },
  ],
});
