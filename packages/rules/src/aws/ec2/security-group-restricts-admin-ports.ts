import { defineRule } from '../../kernel/define-rule.ts';
import { portList } from '../../kernel/parameter.ts';
import { seePorts } from '../../lib/group-audits.ts';
import { admitNetwork, admitNetworkTemplate, revoke } from '../../lib/group-fixes.ts';
import { judgePorts } from '../../lib/open-group.ts';
import { openings } from '../../lib/openings.ts';
import { prefixListsOfGroup, publicInstancesOfGroup } from '../relations/ec2.ts';

export const securityGroupRestrictsAdminPorts = defineRule({
  id: 'aws-ec2-security-group-restricts-admin-ports',
  title: 'Security groups close administration ports to the internet',
  description:
    'Looks at the inbound rules of a group together, for TCP and UDP and for IPv4 and IPv6, with prefix lists expanded. A port counts as open to everyone when adjoining ranges hold more of the internet than a /8 of IPv4 or a /32 of IPv6, from which on AWS itself calls a range public. It is critical when a running instance with a public address has the group.',
  risk: 'Scanners find an open SSH or RDP port within minutes and try stolen and guessed passwords on it from then on. One weak password or one unpatched service gives them a shell inside the network.',
  attack:
    'A bot that sweeps the address space finds port 22 open and tries lists of leaked passwords, thousands an hour. One account of a contractor still has a weak one. From the shell it takes the credentials of the instance role, and moves on to what the private network trusts.',
  audit: seePorts('an administration port (22 and 3389 above all)'),
  severity: 'high',
  categories: ['network', 'public-exposure'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { prefixLists: prefixListsOfGroup, publicInstances: publicInstancesOfGroup },
  parameters: {
    adminPorts: portList('Ports that systems are administered through.', [22, 23, 2375, 3389, 5900, 5985, 5986]),
  },
  controls: { 'cis-aws': ['sg-admin-v4', 'sg-admin-v6'], fsbp: ['EC2.19'] },
  remediation: {
    summary:
      'Remove the rule. Administer through Session Manager or EC2 Instance Connect Endpoint, which need no inbound rule, or let in only the network of those who need the port.',
    impact:
      'Whoever connects from outside the networks that are let in loses access at once; running sessions may end.',
    effort: 'minutes',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'Inbound rules → Edit inbound rules.',
      'Delete the rule, or set its source to a known network, and save.',
    ],
    cli: (target) =>
      revoke(target, 'IpPermissions', {
        IpProtocol: 'tcp',
        FromPort: 22,
        ToPort: 22,
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
      }),
    terraform: (target) => admitNetwork(target, 22),
    cloudformation: (target) => admitNetworkTemplate(target, 22),
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  },

  evaluate: ({ securityGroup }, { prefixLists, publicInstances, parameters }) =>
    judgePorts(
      securityGroup,
      parameters.adminPorts,
      openings(securityGroup, 'IpPermissions', prefixLists),
      publicInstances,
    ),
});
