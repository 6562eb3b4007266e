import { ipPermission, launchTemplate, networkInterface, notCollected, securityGroup } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { securityGroupIsInUse } from './security-group-is-in-use.ts';

const naming = (GroupId: string) => ({ ...ipPermission('tcp', 443, 443), UserIdGroupPairs: [{ GroupId }] });
const own = 'sg-0d9f6b3a4c5e7f8a1';
const another = (fields: Parameters<typeof securityGroup>[0]) => securityGroup({ GroupId: 'sg-0aa', ...fields });
const template = (data: Parameters<typeof launchTemplate>[0]) =>
  launchTemplate({ NetworkInterfaces: undefined, ...data });
const noInterfaces = { type: 'AWS::EC2::NetworkInterface', region: 'eu-west-1' } as const;

testRule(securityGroupIsInUse, {
  pass: [
    { name: 'on an interface', resource: securityGroup(), with: [networkInterface()] },
    {
      name: 'the second group of an interface that a service made',
      resource: securityGroup(),
      with: [networkInterface({ RequesterManaged: true, Groups: [{ GroupId: 'sg-0aa' }, { GroupId: own }] })],
    },
    {
      name: 'named by an inbound rule of another group',
      resource: securityGroup(),
      with: [another({ IpPermissions: [naming(own)] })],
    },
    {
      name: 'named by an outbound rule of another group, where interfaces could not be listed',
      resource: securityGroup(),
      with: [another({ IpPermissionsEgress: [naming(own)] })],
      unlisted: [noInterfaces],
    },
    {
      name: 'named by a launch template, whose Auto Scaling group is at zero',
      resource: securityGroup(),
      with: [template({ SecurityGroupIds: [own] })],
    },
    {
      name: 'named by an interface of a launch template',
      resource: securityGroup(),
      with: [template({ NetworkInterfaces: [{ DeviceIndex: 0, Groups: [own] }] })],
    },
    {
      name: 'named by its name, as in a default VPC',
      resource: securityGroup({ GroupName: 'web' }),
      with: [template({ SecurityGroups: ['web'] })],
    },
  ],
  fail: [
    {
      name: 'on no interface',
      resource: securityGroup(),
      with: [networkInterface({ Groups: [{ GroupId: 'sg-0aa' }] }), template({ SecurityGroupIds: ['sg-0aa'] })],
      message: 'No network interface has the group, and nothing names it.',
      severity: 'low',
      pointers: ['/securityGroup/GroupId'],
    },
    { name: 'named by its own rule alone', resource: securityGroup({ IpPermissions: [naming(own)] }) },
    {
      name: 'a launch template of another region names one of that name',
      resource: securityGroup({ GroupName: 'web' }),
      with: [launchTemplate({ NetworkInterfaces: undefined, SecurityGroups: ['web'] }, {}, { region: 'us-east-1' })],
    },
    {
      name: 'an interface without any group',
      resource: securityGroup({ GroupName: 'default-web' }),
      with: [networkInterface({ Groups: [] })],
    },
  ],
  unknown: [
    {
      name: 'the group',
      resource: securityGroup({}, { securityGroup: notCollected('ec2:DescribeSecurityGroups') }),
      missing: ['securityGroup'],
    },
    {
      name: 'interfaces and templates could not be listed',
      resource: securityGroup(),
      unlisted: [noInterfaces, { type: 'AWS::EC2::LaunchTemplate', region: 'eu-west-1' }],
      missing: ['AWS::EC2::NetworkInterface in eu-west-1', 'AWS::EC2::LaunchTemplate in eu-west-1'],
    },
  ],
  notApplicable: [
    {
      name: 'the default group of a VPC, which cannot be deleted',
      resource: securityGroup({ GroupName: 'default' }),
      because: 'default group',
    },
    {
      name: 'a group that another account shares',
      resource: securityGroup({ OwnerId: '444455556666' }),
      because: '444455556666',
    },
  ],
});
