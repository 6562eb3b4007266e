import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { otherOwner } from '../../lib/other-owner.ts';

export const transitGatewayAcceptsNothingByItself = defineRule({
  id: 'aws-ec2-transit-gateway-accepts-nothing-by-itself',
  title: 'Transit gateways accept no attachment by themselves',
  description:
    'The option `AutoAcceptSharedAttachments` of a transit gateway must be `disable`, as it is unless someone turns it on. It is about attachments that other accounts ask for, with whom the gateway is shared.',
  risk: 'Each account that the gateway is shared with can join its VPC to the network without anybody having looked. With the default route table it then reaches all the others.',
  attack:
    'The gateway is shared with all of an organization, and someone gets hold of an administrator of a trial account in it. They make a VPC there and attach it to the gateway, and nobody is asked. The default route table leads from it to every other VPC, so an instance of theirs talks to the databases of production as far as their security groups let in internal addresses.',
  audit: {
    console: ['Open VPC → Transit gateways and choose the gateway.', 'Details: see Auto accept shared attachments.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-transit-gateways --region ${region} --transit-gateway-ids ${localId} --query 'TransitGateways[].Options'`,
    good: '`AutoAcceptSharedAttachments` is `disable`.',
  },
  severity: 'high',
  categories: ['network'],
  resource: 'AWS::EC2::TransitGateway',
  reads: ['transitGateway'],
  controls: { fsbp: ['EC2.23'] },
  remediation: {
    summary: 'Turn the option off, and look through the attachments that were accepted by it.',
    impact: 'Attachments that exist stay. New ones wait until someone accepts them.',
    effort: 'minutes',
    console: [
      'Open VPC → Transit gateways and choose the gateway.',
      'Actions → Modify transit gateway → turn off "Auto accept shared attachments", and save.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 modify-transit-gateway --region ${region} --transit-gateway-id ${localId} --options AutoAcceptSharedAttachments=disable`,
    terraform: () => `# In the aws_ec2_transit_gateway:
auto_accept_shared_attachments = "disable"`,
    cloudformation: () => `# In the AWS::EC2::TransitGateway:
AutoAcceptSharedAttachments: disable`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
  },

  evaluate: ({ transitGateway: { OwnerId, Options, State } }, { snapshot }) => {
    const other = otherOwner(OwnerId, snapshot);
    if (other) return notApplicable(other);
    if (State === 'deleting' || State === 'deleted') return notApplicable('The transit gateway is being deleted.');
    const accepts = Options?.AutoAcceptSharedAttachments;
    if (accepts === 'disable') return pass;
    if (accepts === undefined)
      return unknown({
        fact: 'transitGateway.Options',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeTransitGateways',
        message: 'The recording does not have the options of the transit gateway.',
      });
    return {
      status: 'fail',
      message: 'The transit gateway accepts attachments of other accounts by itself.',
      evidence: [{ pointer: '/transitGateway/Options/AutoAcceptSharedAttachments', expected: 'is disable' }],
    };
  },
});
