import { defineRule } from '../../kernel/define-rule.ts';
import { judgeEndpoint, makeEndpoint, seeEndpoint } from '../../lib/vpc-endpoint.ts';
import { interfacesOfVpc } from '../relations/in-use.ts';
import { endpointsOfVpc } from '../relations/vpc.ts';

export const vpcHasEcrApiEndpoint = defineRule({
  id: 'aws-ec2-vpc-has-ecr-api-endpoint',
  title: 'VPCs have an endpoint for the ECR API',
  description:
    'Each VPC must have an interface endpoint for the API of Elastic Container Registry (`ecr.api`) that is available. VPCs that another account shares are for that account; where no containers run, except the VPC. It hardly weighs while nothing is in the VPC.',
  risk: 'Without it what runs containers asks ECR for its tokens through a NAT or internet gateway. Its subnets cannot be closed to the internet, and no endpoint policy keeps images of other accounts out.',
  attack:
    'Someone on a node that runs containers brings keys of an AWS account of their own. Over the way to the internet that the nodes need they ask ECR for a token of that account, which looks like what the nodes do all day. With it they pull images with their tools, and push what they found as an image. With an endpoint, the way to the internet can go, and its policy can refuse other accounts.',
  audit: seeEndpoint('ecr.api'),
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { endpoints: endpointsOfVpc, interfaces: interfacesOfVpc },
  controls: { fsbp: ['EC2.55'] },
  remediation: {
    summary:
      'Make an interface endpoint for the ECR API in the private subnets of the VPC, beside those for ecr.dkr and S3.',
    ...makeEndpoint('ecr.api'),
    docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  },

  evaluate: ({ vpc }, context) => judgeEndpoint('ecr.api', vpc, context),
});
