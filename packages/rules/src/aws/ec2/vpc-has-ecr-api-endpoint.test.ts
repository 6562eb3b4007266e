import { networkInterface, notCollected, vpc, vpcEndpoint } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { vpcHasEcrApiEndpoint } from './vpc-has-ecr-api-endpoint.ts';

const forService = (service: string) => vpcEndpoint({ ServiceName: `com.amazonaws.eu-west-1.${service}` });

testRule(vpcHasEcrApiEndpoint, {
  pass: [{ name: 'an endpoint in the VPC', resource: vpc(), with: [forService('ecr.api'), networkInterface()] }],
  fail: [
    {
      name: 'the other one of ECR and that of S3 alone',
      resource: vpc(),
      with: [forService('ecr.dkr'), forService('s3'), networkInterface()],
      message: 'The VPC has no interface endpoint for ecr.api.',
      severity: 'low',
      pointers: ['/vpc/VpcId'],
    },
    { name: 'nothing is in the VPC', resource: vpc(), severity: 'info' },
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
