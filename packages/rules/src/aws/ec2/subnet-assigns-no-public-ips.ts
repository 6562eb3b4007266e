import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { isBlocked } from '../../lib/block-public-access.ts';
import { otherOwner } from '../../lib/other-owner.ts';

export const subnetAssignsNoPublicIps = defineRule({
  id: 'aws-ec2-subnet-assigns-no-public-ips',
  title: 'Subnets give no public addresses by themselves',
  description:
    'The setting "Auto-assign public IPv4 address" (`MapPublicIpOnLaunch`) must be off. AWS has it on in the subnets of a default VPC. It weighs less where VPC Block Public Access keeps the internet out of the subnet.',
  risk: 'Whatever is launched there without a word about addresses gets a public one. Between it and the internet stands its security group alone.',
  attack:
    'Someone launches a database server into the subnet and does not think of addresses, so it gets a public one. Its security group lets in much more than it should, as it was written for a network that nobody reaches from outside. A scanner finds the database on the same day, and tries passwords.',
  audit: {
    console: ['Open VPC → Subnets and choose the subnet.', 'Details: see Auto-assign public IPv4 address.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-subnets --region ${region} --subnet-ids ${localId} --query 'Subnets[].{MapPublicIpOnLaunch:MapPublicIpOnLaunch}'`,
    good: '`MapPublicIpOnLaunch` is `false`.',
  },
  severity: 'medium',
  categories: ['public-exposure', 'network'],
  resource: 'AWS::EC2::Subnet',
  reads: ['subnet'],
  controls: { fsbp: ['EC2.15'] },
  remediation: {
    summary: 'Turn the setting off, and ask for a public address where one is needed.',
    impact: 'What runs keeps its address. New instances have none, and without a NAT gateway no way to the internet.',
    effort: 'minutes',
    console: [
      'Open VPC → Subnets and choose the subnet.',
      'Actions → Edit subnet settings → turn off "Enable auto-assign public IPv4 address", and save.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 modify-subnet-attribute --region ${region} --subnet-id ${localId} --no-map-public-ip-on-launch`,
    terraform: () => `# In the aws_subnet:
map_public_ip_on_launch = false`,
    cloudformation: () => `# In the AWS::EC2::Subnet:
MapPublicIpOnLaunch: false`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
  },

  evaluate: ({ subnet }, { snapshot }) => {
    const other = otherOwner(subnet.OwnerId, snapshot);
    if (other) return notApplicable(other);
    if (subnet.MapPublicIpOnLaunch === undefined)
      return unknown({
        fact: 'subnet.MapPublicIpOnLaunch',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeSubnets',
        message: 'The recording does not say whether the subnet gives public addresses.',
      });
    if (!subnet.MapPublicIpOnLaunch) return pass;
    const because = 'VPC Block Public Access stops what comes in from the internet.';
    return {
      status: 'fail',
      message: 'Instances launched in the subnet get a public IPv4 address.',
      severity: isBlocked(subnet) ? { is: 'low', because } : undefined,
      evidence: [{ pointer: '/subnet/MapPublicIpOnLaunch', expected: 'is false' }],
    };
  },
});
