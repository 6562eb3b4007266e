import { defineRule } from '../../kernel/define-rule.ts';
import { portList } from '../../kernel/parameter.ts';
import { seePorts } from '../../lib/group-audits.ts';
import { admitNetwork, admitNetworkTemplate, revoke } from '../../lib/group-fixes.ts';
import { judgePorts } from '../../lib/open-group.ts';
import { openings } from '../../lib/openings.ts';
import { prefixListsOfGroup, publicInstancesOfGroup } from '../relations/ec2.ts';

export const securityGroupRestrictsDatabasePorts = defineRule({
  id: 'aws-ec2-security-group-restricts-database-ports',
  title: 'Security groups close database ports to the internet',
  description:
    'Looks at the inbound rules of a group together, for TCP and UDP and for IPv4 and IPv6, with prefix lists expanded. A port counts as open to everyone when adjoining ranges hold more of the internet than a /8 of IPv4 or a /32 of IPv6, from which on AWS itself calls a range public. It is critical when a running instance with a public address has the group.',
  risk: 'Databases are made to be reached by applications, not by strangers: some ask for no password at all, most take as many guesses as one likes. What is behind an open port is copied or held to ransom within hours.',
  attack:
    'A test database has a copy of the production data, and its port is open to everyone. A scanner finds it, and tries names and passwords from old leaks until a pair fits. Whoever sent it copies the tables, deletes them, and leaves a note that asks for money.',
  audit: seePorts('a database port (such as 1433, 3306, 5432, 6379, 9200 or 27017)'),
  severity: 'high',
  categories: ['network', 'public-exposure'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { prefixLists: prefixListsOfGroup, publicInstances: publicInstancesOfGroup },
  parameters: {
    databasePorts: portList(
      'Ports of databases, caches and search engines.',
      [1433, 1434, 1521, 3306, 5432, 5439, 6379, 9042, 9200, 9300, 11211, 27017],
    ),
  },
  controls: { fsbp: ['EC2.19'] },
  remediation: {
    summary:
      'Remove the rule and let in only the security group of the application. People reach a database through a VPN or a port that Session Manager forwards.',
    impact: 'Whatever connects from outside the networks and groups that are let in loses the database at once.',
    effort: 'minutes',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'Inbound rules → Edit inbound rules.',
      "Delete the rule, or set its source to the application's security group, and save.",
    ],
    cli: (target) =>
      revoke(target, 'IpPermissions', {
        IpProtocol: 'tcp',
        FromPort: 5432,
        ToPort: 5432,
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
      }),
    terraform: (target) => admitNetwork(target, 5432),
    cloudformation: (target) => admitNetworkTemplate(target, 5432),
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  },

  evaluate: ({ securityGroup }, { prefixLists, publicInstances, parameters }) =>
    judgePorts(
      securityGroup,
      parameters.databasePorts,
      openings(securityGroup, 'IpPermissions', prefixLists),
      publicInstances,
    ),
});
