import { instance, ipPermission, notCollected, securityGroup } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { securityGroupRestrictsFileSharingPorts } from './security-group-restricts-file-sharing-ports.ts';

const open = (from: number, to: number, cidr: string) =>
  securityGroup({ IpPermissions: [ipPermission('tcp', from, to, cidr)] });

testRule(securityGroupRestrictsFileSharingPorts, {
  pass: [
    { name: 'SMB from the VPC', resource: open(445, 445, '10.20.0.0/16') },
    { name: 'SFTP goes through SSH, which is another rule', resource: open(22, 22, '0.0.0.0/0') },
  ],
  fail: [
    {
      name: 'SMB',
      resource: open(445, 445, '0.0.0.0/0'),
      message: 'Port 445 (SMB) is open to 0.0.0.0/0.',
      severity: 'high',
    },
    {
      name: 'a file server with a public address has the group',
      resource: open(445, 445, '0.0.0.0/0'),
      with: [instance({ PublicIpAddress: '52.18.4.1' })],
      severity: 'critical',
    },
    { name: 'NFS over IPv6', resource: open(2049, 2049, '::/0'), message: 'Port 2049 (NFS) is open to ::/0.' },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
  ],
});
