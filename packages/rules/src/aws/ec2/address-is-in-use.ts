import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';

export const addressIsInUse = defineRule({
  id: 'aws-ec2-address-is-in-use',
  title: 'Elastic IP addresses are in use',
  description:
    'An Elastic IP address must be associated with an instance or a network interface, which its `AssociationId` tells. Addresses that a service of AWS manages are left to it.',
  risk: 'An address that nothing uses is often still trusted: in the firewalls of partners, in DNS, in the conditions of policies. Whoever may associate addresses in the account gets that trust with it, and it costs by the hour.',
  attack:
    'Someone with stolen credentials that may work with instances and addresses finds it, and associates it with an instance of their own in the account. The firewall of a partner still lets this address in, and an old DNS name still leads to it. They reach the partner in the name of the owner, or answer those who come by the name. Where nothing trusts the address any more, the harm is its price.',
  audit: {
    console: [
      'Open EC2 → Elastic IPs and choose the address.',
      'Summary: see Associated instance ID and Network interface ID.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-addresses --region ${region} --allocation-ids ${localId} --query Addresses`,
    good: 'There is an `AssociationId`, or the command finds no such address, as it was released.',
  },
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::EIP',
  reads: ['address'],
  controls: { 'nist-800-53-r5': ['CM-8(1)'], 'nist-csf-2': ['ID.AM-02'] },
  remediation: {
    summary: 'Take the address out of DNS records, allow lists and policies that name it, and then release it.',
    impact:
      'A released address goes to another customer sooner or later. What still names it then sends them traffic, or trusts them.',
    effort: 'minutes',
    console: [
      'Look for the address in DNS records and in allow lists, those of partners included.',
      'Open EC2 → Elastic IPs and choose the address.',
      'Actions → Release Elastic IP addresses → Release.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 release-address --region ${region} --allocation-id ${localId}`,
    terraform: () => '# Remove the aws_eip from the configuration, and apply.',
    cloudformation: () => '# Remove the AWS::EC2::EIP from the template, and update the stack.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
  },

  evaluate: ({ address: { AssociationId, InstanceId, ServiceManaged } }) => {
    if (ServiceManaged) return notApplicable(`A service of AWS manages the address (${ServiceManaged}).`);
    // Of an instance outside a VPC, AWS told the instance alone.
    if (AssociationId || InstanceId) return pass;
    return {
      status: 'fail',
      message: 'The address is associated with nothing.',
      evidence: [
        { pointer: '/address/AssociationId', expected: 'is the id of an association' },
        { pointer: '/address/PublicIp', expected: 'tells which address it is', ok: true },
      ],
    };
  },
});
