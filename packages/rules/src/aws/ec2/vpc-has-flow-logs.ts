import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, type Evidence } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { otherOwner } from '../../lib/other-owner.ts';
import { flowLogsOfVpc } from '../relations/vpc.ts';

export const vpcHasFlowLogs = defineRule({
  id: 'aws-ec2-vpc-has-flow-logs',
  title: 'VPCs have flow logs',
  description:
    'Each VPC must have an active flow log of its own that records refused traffic (`REJECT`) or all of it, and whose delivery does not fail. Flow logs of single subnets or interfaces do not count, nor do those that record accepted traffic alone.',
  risk: 'Without flow logs nobody can say afterwards who reached what, or notice a scan and data on its way out. They cannot be made for the past.',
  attack:
    'Someone takes over a server, scans the private network from it for a week, and sends a copy of a database out at night. Weeks later the copy is offered for sale. Nobody can say which servers they reached, how they went or how much they took, so all of it has to be treated as known to others.',
  audit: {
    console: ['Open VPC → Your VPCs and choose the VPC.', 'Flow logs: see the filter and the status of each.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-flow-logs --region ${region} --filter ${`Name=resource-id,Values=${localId}`} --query 'FlowLogs[].{FlowLogStatus:FlowLogStatus,TrafficType:TrafficType,DeliverLogsStatus:DeliverLogsStatus}'`,
    good: 'An entry has `FlowLogStatus` `ACTIVE`, `TrafficType` `ALL` or `REJECT`, and no `DeliverLogsStatus` `FAILED`.',
  },
  severity: 'medium',
  categories: ['logging', 'network'],
  resource: 'AWS::EC2::VPC',
  reads: ['vpc'],
  needs: { flowLogs: flowLogsOfVpc },
  controls: { 'cis-aws': ['flow-logs'], fsbp: ['EC2.6'] },
  remediation: {
    summary: 'Make a flow log of the VPC that sends all traffic, or what is refused, to a bucket or a log group.',
    impact: 'None for the traffic. The records cost by volume.',
    effort: 'minutes',
    console: [
      'Open VPC → Your VPCs and choose the VPC.',
      'Flow logs → Create flow log → Filter: All, choose the destination, and create.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 create-flow-logs --region ${region} --resource-type VPC --resource-ids ${localId} --traffic-type ALL --log-destination-type s3 --log-destination` +
      ' arn:aws:s3:::your-flow-logs',
    terraform: ({ localId }) => `resource "aws_flow_log" "${hclName(localId)}" {
  vpc_id               = ${hclString(localId)}
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::your-flow-logs"
}`,
    cloudformation: ({ localId }) => `FlowLog:
  Type: AWS::EC2::FlowLog
  Properties:
    ResourceType: VPC
    ResourceId: ${JSON.stringify(localId)}
    TrafficType: ALL
    LogDestinationType: s3
    LogDestination: arn:aws:s3:::your-flow-logs`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  },

  evaluate: ({ vpc }, { flowLogs, snapshot }) => {
    const other = otherOwner(vpc.OwnerId, snapshot);
    if (other) return notApplicable(other);
    const recording = flowLogs.filter(
      ({ facets: { flowLog } }) => flowLog.FlowLogStatus === 'ACTIVE' && flowLog.TrafficType !== 'ACCEPT',
    );
    if (recording.some(({ facets }) => facets.flowLog.DeliverLogsStatus !== 'FAILED')) return pass;
    const of = recording[0] ?? flowLogs[0];
    const field = recording[0]
      ? 'DeliverLogsStatus'
      : of?.facets.flowLog.FlowLogStatus === 'ACTIVE'
        ? 'TrafficType'
        : 'FlowLogStatus';
    const evidence: Evidence[] = of ? [{ pointer: `/flowLog/${field}`, expected: EXPECTED[field], of }] : [];
    return {
      status: 'fail',
      message: of ? MESSAGE[field] : 'The VPC has no flow log.',
      evidence: [{ pointer: '/vpc/VpcId', expected: 'has a flow log', ok: of !== undefined }, ...evidence],
    };
  },
});

const EXPECTED = { DeliverLogsStatus: 'is SUCCESS', TrafficType: 'is ALL or REJECT', FlowLogStatus: 'is ACTIVE' };
const MESSAGE = {
  DeliverLogsStatus: 'The VPC has a flow log, and its delivery fails.',
  TrafficType: 'The flow log of the VPC records accepted traffic alone.',
  FlowLogStatus: 'The flow log of the VPC is not active.',
};
