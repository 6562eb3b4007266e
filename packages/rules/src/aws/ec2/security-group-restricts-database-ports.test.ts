import { instance, ipPermission, notCollected, securityGroup } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { securityGroupRestrictsDatabasePorts } from './security-group-restricts-database-ports.ts';

const open = (protocol: string, from: number, to = from) =>
  securityGroup({ IpPermissions: [ipPermission(protocol, from, to, '0.0.0.0/0')] });

testRule(securityGroupRestrictsDatabasePorts, {
  pass: [
    {
      name: 'PostgreSQL from the VPC',
      resource: securityGroup({ IpPermissions: [ipPermission('tcp', 5432, 5432, '10.20.0.0/16')] }),
    },
    { name: 'a web port for everyone', resource: open('tcp', 443) },
    { name: 'a port of the users own that is not in the list', resource: open('tcp', 5433) },
  ],
  fail: [
    {
      name: 'PostgreSQL',
      resource: open('tcp', 5432),
      message: /^Port 5432 \(PostgreSQL\) is open to 0\.0\.0\.0\/0\.$/,
      severity: 'high',
    },
    {
      name: 'Memcached over UDP, which amplifies attacks on others',
      resource: open('udp', 11211),
      message: '11211 (Memcached) over UDP',
    },
    {
      name: 'a range with several',
      resource: open('tcp', 3000, 6500),
      message: 'Ports 3306 (MySQL), 5432 (PostgreSQL), 5439 (Redshift) and 6379 (Redis)',
    },
    {
      name: 'a server with a public address has the group',
      resource: open('tcp', 6379),
      with: [instance({ PublicIpAddress: '52.18.4.1' })],
      severity: 'critical',
    },
    {
      name: 'a port that the user counts',
      resource: open('tcp', 5433),
      parameters: { databasePorts: [5433] },
      message: 'Port 5433 is open',
    },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
  ],
});
