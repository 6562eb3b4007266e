import { flowLog, notCollected, vpc } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { vpcHasFlowLogs } from './vpc-has-flow-logs.ts';

testRule(vpcHasFlowLogs, {
  pass: [
    { name: 'a flow log of all traffic', resource: vpc(), with: [flowLog()] },
    { name: 'a flow log of what is refused', resource: vpc(), with: [flowLog({ TrafficType: 'REJECT' })] },
    {
      name: 'one that fails beside one that does not',
      resource: vpc(),
      with: [flowLog({ DeliverLogsStatus: 'FAILED' }), flowLog({ FlowLogId: 'fl-2' })],
    },
    {
      name: 'one that has had nothing to deliver yet',
      resource: vpc(),
      with: [flowLog({ DeliverLogsStatus: undefined })],
    },
  ],
  fail: [
    {
      name: 'no flow log but that of a subnet and of another VPC',
      resource: vpc(),
      with: [flowLog({ ResourceId: 'subnet-1' }), flowLog({ ResourceId: 'vpc-2' })],
      message: 'The VPC has no flow log.',
      severity: 'medium',
      pointers: ['/vpc/VpcId'],
    },
    {
      name: 'accepted traffic alone',
      resource: vpc(),
      with: [flowLog({ TrafficType: 'ACCEPT' })],
      message: 'accepted traffic alone',
      pointers: ['/vpc/VpcId', '/flowLog/TrafficType'],
    },
    {
      name: 'delivery fails',
      resource: vpc(),
      with: [flowLog({ DeliverLogsStatus: 'FAILED' })],
      message: 'its delivery fails',
      pointers: ['/vpc/VpcId', '/flowLog/DeliverLogsStatus'],
    },
    { name: 'the default VPC', resource: vpc({ IsDefault: true }) },
  ],
  unknown: [
    { name: 'the VPC', resource: vpc({}, { vpc: notCollected('ec2:DescribeVpcs') }), missing: ['vpc'] },
    {
      name: 'flow logs could not be listed',
      resource: vpc(),
      unlisted: [{ type: 'AWS::EC2::FlowLog', region: 'eu-west-1' }],
      missing: ['AWS::EC2::FlowLog in eu-west-1'],
    },
  ],
  notApplicable: [
    { name: 'a VPC that another account shares', resource: vpc({ OwnerId: '444455556666' }), because: '444455556666' },
  ],
});
