import { ALL_OUTBOUND, ipPermission, networkInterface, notCollected, securityGroup } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { defaultSecurityGroupIsClosed } from './default-security-group-is-closed.ts';

const GroupName = 'default';
const members = {
  ...ipPermission('-1'),
  UserIdGroupPairs: [{ GroupId: 'sg-0d9f6b3a4c5e7f8a1', UserId: '111122223333' }],
};
const asCreated = securityGroup({ GroupName, IpPermissions: [members], IpPermissionsEgress: ALL_OUTBOUND });

testRule(defaultSecurityGroupIsClosed, {
  pass: [{ name: 'no rules', resource: securityGroup({ GroupName, IpPermissions: [], IpPermissionsEgress: [] }) }],
  fail: [
    {
      name: 'as AWS creates it, in use',
      resource: asCreated,
      with: [networkInterface()],
      message: 'The default group of vpc-0b7d4f1e2a3c5d6e8 has inbound and outbound rules.',
      severity: 'high',
      pointers: ['/securityGroup/IpPermissions', '/securityGroup/IpPermissionsEgress', '/securityGroup/VpcId'],
    },
    { name: 'as AWS creates it, used by nothing', resource: asCreated, severity: 'medium' },
    {
      name: 'as AWS creates it, where interfaces could not be listed',
      resource: asCreated,
      unlisted: [{ type: 'AWS::EC2::NetworkInterface', region: 'eu-west-1' }],
      severity: 'high',
    },
    {
      name: 'only outbound rules are left',
      resource: securityGroup({ GroupName, IpPermissions: [], IpPermissionsEgress: ALL_OUTBOUND }),
      message: 'has outbound rules.',
      pointers: ['/securityGroup/IpPermissionsEgress', '/securityGroup/VpcId'],
    },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
  ],
  notApplicable: [
    {
      name: 'a group of the same VPC with another name',
      resource: securityGroup({ GroupName: 'default-web', IpPermissionsEgress: ALL_OUTBOUND }),
    },
  ],
});

test('the command removes the rules that are there, in the directions that have some', async () => {
  const resource = securityGroup({ GroupName, IpPermissions: [], IpPermissionsEgress: ALL_OUTBOUND });
  expect(await fixFor(defaultSecurityGroupIsClosed, { name: '', resource })).toBe(
    `aws ec2 revoke-security-group-egress --region eu-west-1 --group-id sg-0d9f6b3a4c5e7f8a1 --ip-permissions '${JSON.stringify(ALL_OUTBOUND)}'`,
  );
});
