import { defineRule } from '../../kernel/define-rule.ts';
import { judgeEndpoint, makeEndpoint, seeEndpoint } from '../../lib/vpc-endpoint.ts';
import { interfacesOfVpc } from '../relations/in-use.ts';
import { endpointsOfVpc } from '../relations/vpc.ts';

export const vpcHasSsmEndpoint = defineRule({
  id: 'aws-ec2-vpc-has-ssm-endpoint',
  title: 'VPCs have an endpoint for Systems Manager',
  description:
    'Each VPC must have an interface endpoint for Systems Manager (`ssm`), or its FIPS variant, that is available. VPCs that another account shares are for that account. It hardly weighs while nothing is in the VPC.',
  risk: 'Without it the agent on an instance reaches Systems Manager through a NAT or internet gateway alone. Instances whose way to the internet is closed then cannot be patched or reached by Session Manager, so people leave it open.',
  attack:
    'Session Manager does not reach the instances of a closed subnet, so someone gives one of them a public address and opens SSH, for a day. Nobody closes it again. A scanner guesses a password, and from this instance it is one step to the others. The missing endpoint let nobody in; the way around it did.',
  audit: seeEndpoint('ssm'),
  severity: 'medium',
  categories: ['network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { endpoints: endpointsOfVpc, interfaces: interfacesOfVpc },
  controls: { fsbp: ['EC2.57'] },
  remediation: {
    summary:
      'Make an interface endpoint for Systems Manager in the private subnets of the VPC, beside one for ssmmessages, which Session Manager needs.',
    ...makeEndpoint('ssm'),
    docs: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  },

  evaluate: ({ vpc }, context) => judgeEndpoint('ssm', vpc, context),
});
