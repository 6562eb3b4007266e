import { defineRule } from '../../kernel/define-rule.ts';
import { portList } from '../../kernel/parameter.ts';
import { seePorts } from '../../lib/group-audits.ts';
import { admitNetwork, admitNetworkTemplate, revoke } from '../../lib/group-fixes.ts';
import { judgePorts } from '../../lib/open-group.ts';
import { openings } from '../../lib/openings.ts';
import { prefixListsOfGroup, publicInstancesOfGroup } from '../relations/ec2.ts';

export const securityGroupRestrictsFileSharingPorts = defineRule({
  id: 'aws-ec2-security-group-restricts-file-sharing-ports',
  title: 'Security groups close file sharing ports to the internet',
  description:
    'Looks at the inbound rules of a group together, for TCP and UDP and for IPv4 and IPv6, with prefix lists expanded. A port counts as open to everyone when adjoining ranges hold more of the internet than a /8 of IPv4 or a /32 of IPv6, from which on AWS itself calls a range public. It is critical when a running instance with a public address has the group.',
  risk: 'SMB and NFS were made for networks in which everyone is trusted, and worms such as WannaCry spread by them without anyone signing in. FTP sends passwords and files as they are, for everyone on the way to read.',
  attack:
    'A file server answers on port 445 over the internet, and has missed one update. A worm that tries each address in turn gets in without a password. It encrypts the shares, and goes on to every server in the VPC that answers on the same port.',
  audit: seePorts('a port for sharing files (21, 139, 445, 873 or 2049)'),
  severity: 'high',
  categories: ['network', 'public-exposure'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { prefixLists: prefixListsOfGroup, publicInstances: publicInstancesOfGroup },
  parameters: {
    fileSharingPorts: portList('Ports that files are shared through.', [21, 139, 445, 873, 2049]),
  },
  controls: { 'cis-aws': ['cifs'], fsbp: ['EC2.19'] },
  remediation: {
    summary:
      'Remove the rule. Share files inside the VPC or over a VPN; where others must send and fetch files, use Transfer Family with SFTP.',
    impact: 'Whoever mounts or fetches files from outside the networks that are let in loses access at once.',
    effort: 'minutes',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'Inbound rules → Edit inbound rules.',
      'Delete the rule, or set its source to a known network, and save.',
    ],
    cli: (target) =>
      revoke(target, 'IpPermissions', {
        IpProtocol: 'tcp',
        FromPort: 445,
        ToPort: 445,
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
      }),
    terraform: (target) => admitNetwork(target, 445),
    cloudformation: (target) => admitNetworkTemplate(target, 445),
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  },

  evaluate: ({ securityGroup }, { prefixLists, publicInstances, parameters }) =>
    judgePorts(
      securityGroup,
      parameters.fileSharingPorts,
      openings(securityGroup, 'IpPermissions', prefixLists),
      publicInstances,
    ),
});
