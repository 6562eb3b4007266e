import { defineRule } from '../../kernel/define-rule.ts';
import { judgeEndpoint, makeEndpoint, seeEndpoint } from '../../lib/vpc-endpoint.ts';
import { interfacesOfVpc } from '../relations/in-use.ts';
import { endpointsOfVpc } from '../relations/vpc.ts';

export const vpcHasEcrDockerEndpoint = defineRule({
  id: 'aws-ec2-vpc-has-ecr-docker-endpoint',
  title: 'VPCs have an endpoint for the Docker registry of ECR',
  description:
    'Each VPC must have an interface endpoint for the Docker registry of Elastic Container Registry (`ecr.dkr`) that is available. VPCs that another account shares are for that account; where no containers run, except the VPC. It hardly weighs while nothing is in the VPC.',
  risk: 'Without it images are pulled and pushed through a NAT or internet gateway. Its subnets cannot be closed to the internet, so an image that was tampered with can fetch and send what it likes.',
  attack:
    'An image has a library in it that someone tampered with. The nodes reach the internet, as they have to pull images, and so does the library: it reports to its maker, and gets orders back. Where images come through endpoints, the subnet needs no way out, and nobody hears the library.',
  audit: seeEndpoint('ecr.dkr'),
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { endpoints: endpointsOfVpc, interfaces: interfacesOfVpc },
  controls: { fsbp: ['EC2.56'] },
  remediation: {
    summary:
      'Make an interface endpoint for the Docker registry in the private subnets of the VPC, beside those for ecr.api and S3.',
    ...makeEndpoint('ecr.dkr'),
    docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  },

  evaluate: ({ vpc }, context) => judgeEndpoint('ecr.dkr', vpc, context),
});
