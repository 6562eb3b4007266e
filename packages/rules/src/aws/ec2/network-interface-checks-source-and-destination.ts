import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';

/** Of these the user may set the check. Load balancers, gateways and endpoints are AWS's to set. */
const OF_USERS = new Set(['interface', 'efa', 'branch', 'lambda', 'quicksight', 'aws_codestar_connections_managed']);

export const networkInterfaceChecksSourceAndDestination = defineRule({
  id: 'aws-ec2-network-interface-checks-source-and-destination',
  title: 'Network interfaces check source and destination',
  description:
    'The check whether traffic is from or for the interface (`SourceDestCheck`) must be on. NAT instances, firewalls and some networks of containers need it off: except those. Interfaces that a service of AWS manages, such as those of NAT gateways, are left out.',
  risk: 'Without it an instance can send traffic under addresses that are not its own, and pass on what others send. One that was taken over then is a way around route tables and network ACLs into the rest of the network.',
  attack:
    'Someone has taken over an instance that was a NAT instance once, and credentials that may change routes. They lead the traffic of a subnet to its interface, which takes it although it is for others, and pass it on. They read and change what is not encrypted, and the servers at both ends notice nothing.',
  audit: {
    console: ['Open EC2 → Network interfaces and choose the interface.', 'Details: see Source/dest. check.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-network-interfaces --region ${region} --network-interface-ids ${localId} --query 'NetworkInterfaces[].{SourceDestCheck:SourceDestCheck,InterfaceType:InterfaceType,RequesterManaged:RequesterManaged}'`,
    good: '`SourceDestCheck` is `true`, or `RequesterManaged` is: a service of AWS needs it so.',
  },
  severity: 'medium',
  categories: ['network'],
  resource: 'AWS::EC2::NetworkInterface',
  reads: ['networkInterface'],
  controls: { fsbp: ['EC2.180'] },
  remediation: {
    summary: 'Turn the check on, unless the interface is of a firewall or a NAT instance.',
    impact: 'What is routed through the instance does not arrive any more.',
    effort: 'minutes',
    console: [
      'Open VPC → Route tables, and see that no route leads to the interface.',
      'Open EC2 → Network interfaces and choose the interface.',
      'Actions → Change source/dest. check → Enable, and save.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 modify-network-interface-attribute --region ${region} --network-interface-id ${localId} --source-dest-check`,
    terraform: () => `# In the aws_network_interface, or the aws_instance whose primary interface it is:
source_dest_check = true`,
    cloudformation: () => `# In the AWS::EC2::NetworkInterface, or the AWS::EC2::Instance whose primary interface it is:
SourceDestCheck: true`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html',
  },

  evaluate: ({ networkInterface }, { snapshot }) => {
    const { InterfaceType = 'interface', OwnerId = snapshot.id, RequesterManaged, SourceDestCheck } = networkInterface;
    if (OwnerId !== snapshot.id)
      return notApplicable(`It belongs to account ${OwnerId}, which uses a subnet of this one.`);
    if (RequesterManaged || !OF_USERS.has(InterfaceType))
      return notApplicable('A service of AWS manages the interface.');
    if (SourceDestCheck === undefined)
      return unknown({
        fact: 'networkInterface.SourceDestCheck',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeNetworkInterfaces',
        message: 'The recording does not say whether the interface checks source and destination.',
      });
    if (SourceDestCheck) return pass;
    return {
      status: 'fail',
      message: 'The interface may pass on traffic that is neither from it nor for it.',
      evidence: [{ pointer: '/networkInterface/SourceDestCheck', expected: 'is true' }],
    };
  },
});
