import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { listed } from '../../lib/listed.ts';
import { otherOwner } from '../../lib/other-owner.ts';
import { interfacesOfVpc } from '../relations/in-use.ts';

export const defaultVpcHoldsNothing = defineRule({
  id: 'aws-ec2-default-vpc-holds-nothing',
  title: 'Default VPCs hold nothing',
  description:
    'No network interface, of an instance or of a service, may be in the VPC that AWS made for a region. A default VPC that stands empty passes: what makes it dangerous has rules of its own, for its subnets and its default security group. No standard asks for this; it is for accounts whose networks are planned.',
  risk: 'Every subnet of a default VPC is public as AWS makes it: it gives addresses, and routes to the internet. What runs there has nothing but its security group before it, and no private subnet to move to.',
  attack:
    'A trial server is launched without a word about its network, and lands in the default VPC with a public address. Its security group lets in one port from everywhere, just for the trial. A scanner finds the port, and a hole behind it. In a private subnet the same mistake would have let in nobody from outside: that is all that the default VPC adds.',
  audit: {
    console: [
      'Open VPC → Your VPCs and see that it is the default VPC.',
      'Open EC2 → Network interfaces and filter by the VPC.',
    ],
    cli: readInterfaces,
    good: 'The list is empty, or the VPC is gone.',
  },
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { interfaces: interfacesOfVpc },
  controls: { 'nist-800-53-r5': ['CM-2', 'SC-7'], 'nist-csf-2': ['PR.IR-01'] },
  remediation: {
    summary: 'Move what is in it to a VPC that was planned, and then delete the default VPC.',
    impact:
      'An instance cannot change its VPC: it is launched anew, with other addresses. Without a default VPC a launch must name its subnet.',
    effort: 'days',
    console: [
      'Open EC2 → Network interfaces, filter by the VPC, and see what they belong to.',
      'Launch it anew in a VPC with private subnets.',
      'Open VPC → Your VPCs, choose the default VPC, and Actions → Delete default VPC.',
    ],
    cli: (target) => `# What is in it, by network interface:
${readInterfaces(target)}`,
    terraform: () => `# When nothing is in it any more:
resource "aws_default_vpc" "default" {
  force_destroy = true # deleted with the next terraform destroy of this resource
}`,
    cloudformation: () =>
      '# CloudFormation cannot delete a default VPC. Name the subnets of another VPC in what is launched, and delete it by hand.',
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html',
  },

  evaluate: ({ vpc }, { interfaces, snapshot }) => {
    if (!vpc.IsDefault) return notApplicable('It is not a default VPC.');
    const other = otherOwner(vpc.OwnerId, snapshot);
    if (other) return notApplicable(other);
    if (!isCollected(interfaces)) return unknown(interfaces.notCollected);
    if (interfaces.length === 0) return pass;
    const names = listed(interfaces.map(({ name }) => name));
    return {
      status: 'fail',
      message: `The default VPC holds ${interfaces.length === 1 ? 'the network interface' : `${interfaces.length} network interfaces:`} ${names}.`,
      evidence: [
        { pointer: '/vpc/IsDefault', expected: 'is false, or the VPC is empty' },
        ...interfaces.slice(0, 3).map((of) => ({ pointer: '/networkInterface/VpcId', expected: 'is another VPC', of })),
      ],
    };
  },
});

function readInterfaces({ region, localId }: RemediationTarget): string {
  return sh`aws ec2 describe-network-interfaces --region ${region} --filters ${`Name=vpc-id,Values=${localId}`} --query 'NetworkInterfaces[].[NetworkInterfaceId,InterfaceType,Description,Attachment.InstanceId]'`;
}
