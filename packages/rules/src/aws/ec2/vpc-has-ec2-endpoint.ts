import { defineRule } from '../../kernel/define-rule.ts';
import { judgeEndpoint, makeEndpoint, seeEndpoint } from '../../lib/vpc-endpoint.ts';
import { interfacesOfVpc } from '../relations/in-use.ts';
import { endpointsOfVpc } from '../relations/vpc.ts';

export const vpcHasEc2Endpoint = defineRule({
  id: 'aws-ec2-vpc-has-ec2-endpoint',
  title: 'VPCs have an endpoint for the EC2 API',
  description:
    'Each VPC must have an interface endpoint for the API of EC2, or its FIPS variant, that is available. VPCs that another account shares are for that account. It hardly weighs while nothing is in the VPC.',
  risk: 'Without it calls to the EC2 API leave the VPC through a NAT or internet gateway. Such subnets cannot be closed to the internet, and no endpoint policy limits which accounts are called.',
  attack:
    'A private subnet has a way to the internet, as what runs there has to call the EC2 API. Someone who got onto one of its instances uses the same way: the instance fetches their tools, and sends what it finds to a server of theirs. The missing endpoint lets nobody in; it keeps the way out open.',
  audit: seeEndpoint('ec2'),
  severity: 'medium',
  categories: ['network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { endpoints: endpointsOfVpc, interfaces: interfacesOfVpc },
  controls: { 'cis-aws': ['vpc-endpoints'], fsbp: ['EC2.10'] },
  remediation: {
    summary: 'Make an interface endpoint for the EC2 API in the private subnets of the VPC.',
    ...makeEndpoint('ec2'),
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html',
  },

  evaluate: ({ vpc }, context) => judgeEndpoint('ec2', vpc, context),
});
