import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass, unknown, type Evidence, type NotRead } from '../../kernel/outcome.ts';
import { blocksOf } from '../../lib/block-public-access.ts';
import { readInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';
import { ipv6ReachesInternet, type RouteTables } from '../../lib/internet-route.ts';
import { listed } from '../../lib/listed.ts';
import { openGroup } from '../../lib/open-interface.ts';
import { publicAddresses, type PublicAddress } from '../../lib/public-address.ts';
import { releaseAddresses } from '../../lib/release-address.ts';
import { groupsOfPublicInterfaces, routeTablesOfIpv6 } from '../relations/ec2.ts';
import { subnetsOfPublicAddresses } from '../relations/vpc.ts';

export const instanceHasNoPublicIp = defineRule({
  id: 'aws-ec2-instance-has-no-public-ip',
  title: 'Instances have no public IP address',
  description:
    'Looks at every address of every network interface. An IPv4 address counts when AWS associates a public one with it; an IPv6 address counts when the effective route table of its subnet leads to an internet gateway. It weighs less where no security group of these interfaces lets in everyone, and least where VPC Block Public Access keeps the internet out of their subnets.',
  risk: 'An instance with a public address is one mistake in a security group away from the whole internet, and is scanned all day long. Behind a load balancer, and with Session Manager for people, it needs none.',
  attack:
    'A scanner finds the address minutes after the instance has started, and tries its ports again and again. One evening someone opens a port in the security group to look for an error, and forgets to close it. Behind the port an admin page still has the password it came with, and now strangers are on the instance and in its network.',
  audit: {
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Networking: see the public IPv4 addresses and the IPv6 addresses of each interface.',
      'For an IPv6 address: open the subnet of the interface and see whether its route table leads to an internet gateway.',
    ],
    cli: (target) =>
      readInstance(
        target,
        'NetworkInterfaces[].{PublicIps:PrivateIpAddresses[].Association.PublicIp,Ipv6Addresses:Ipv6Addresses[].Ipv6Address,SubnetId:SubnetId}',
      ),
    good: '`PublicIps` is empty for each interface. Where there are `Ipv6Addresses`, the route table of `SubnetId` has no route to an internet gateway (`igw-…`).',
  },
  severity: 'high',
  categories: ['public-exposure', 'network'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  needs: { groups: groupsOfPublicInterfaces, routeTables: routeTablesOfIpv6, subnets: subnetsOfPublicAddresses },
  controls: { fsbp: ['EC2.9'] },
  remediation: {
    summary:
      'Move the instance behind a load balancer or a NAT gateway and take its public address away. Stop the subnet from giving out new ones.',
    impact:
      'Whoever connects to the address loses the instance, and without a NAT gateway the instance loses the internet.',
    effort: 'hours',
    console: [
      'Open EC2 → Instances and choose the instance.',
      'An Elastic IP: EC2 → Elastic IPs → Actions → Disassociate Elastic IP address.',
      'Any other: Actions → Networking → Manage IP addresses → turn off "Auto-assign public IP" or unassign the IPv6 address.',
      'VPC → Subnets → Edit subnet settings → turn off auto-assigned public addresses.',
    ],
    cli: releaseAddresses,
    terraform: () => `# In the aws_instance, which this replaces:
associate_public_ip_address = false

# In its aws_subnet:
map_public_ip_on_launch         = false
assign_ipv6_address_on_creation = false`,
    cloudformation: () => `# In the AWS::EC2::Instance, which this replaces:
NetworkInterfaces:
  - DeviceIndex: '0'
    AssociatePublicIpAddress: false

# In its AWS::EC2::Subnet:
MapPublicIpOnLaunch: false
AssignIpv6AddressOnCreation: false`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
  },

  evaluate: ({ instance }, { groups, routeTables, subnets }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    const candidates = publicAddresses(instance);
    const reaches = ({ family, subnet }: PublicAddress) => (family === 'ipv4' ? 'yes' : byIpv6(subnet, routeTables));
    const found = candidates.filter((address) => reaches(address) === 'yes');
    const evidence = nonEmpty(found.flatMap(evidenceOf));
    if (!evidence) {
      if (!candidates.some((address) => reaches(address) === 'maybe')) return pass;
      return unknown(isCollected(routeTables) ? UNCLEAR_ROUTE : routeTables.notCollected);
    }
    const names = listed(found.map(({ address }) => address));
    const is = found.length === 1 ? 'is a public address' : 'are public addresses';
    const blocks = isCollected(subnets)
      ? blocksOf(
          found.map(({ subnet }) => subnet),
          subnets,
        )
      : null;
    if (blocks)
      return {
        status: 'fail',
        message: `${names} ${is}, which VPC Block Public Access keeps the internet from.`,
        severity: { is: 'low', because: 'VPC Block Public Access stops what comes in from the internet.' },
        evidence: [...evidence, ...blocks],
      };
    const open = isCollected(groups) ? openGroup(found, groups, candidates) : null;
    if (open?.group) {
      const message = `${names} ${is}, and security group ${open.group.name} lets in everyone.`;
      return { status: 'fail', message, evidence: [...evidence, ...open.evidence] };
    }
    const severity = open
      ? ({ is: 'medium', because: 'No security group at these addresses lets in everyone.' } as const)
      : undefined;
    return { status: 'fail', message: `${names} ${is}.`, severity, evidence };
  },
});

const UNCLEAR_ROUTE = {
  fact: 'AWS::EC2::RouteTable',
  reason: 'UNSUPPORTED',
  action: 'ec2:DescribeRouteTables',
  message:
    'Whether traffic of the internet arrives is decided by a firewall, an appliance or a table that is not recorded.',
} as const;

function byIpv6(subnet: string | undefined, tables: RouteTables | NotRead) {
  return isCollected(tables) ? ipv6ReachesInternet(subnet, tables) : 'maybe';
}

const INTERFACES = '/instance/NetworkInterfaces/';

/** The address, and what tells how to take it away. */
function evidenceOf({ pointer: at, family }: PublicAddress): readonly Evidence[] {
  const address = { pointer: at, expected: 'is no public address' };
  if (!at.startsWith(INTERFACES)) return [address];
  const place = at.slice(0, at.indexOf('/', INTERFACES.length));
  const owner = {
    pointer: at.replace(/PublicIp$/, 'IpOwnerId'),
    expected: 'tells whether it is an Elastic IP',
    ok: true,
  };
  const holder = { pointer: `${place}/NetworkInterfaceId`, expected: 'tells which interface has it', ok: true };
  return family === 'ipv4' ? [address, owner, holder] : [address, holder];
}
