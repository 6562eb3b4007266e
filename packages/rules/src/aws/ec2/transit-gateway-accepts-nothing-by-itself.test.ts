import { notCollected, transitGateway } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { transitGatewayAcceptsNothingByItself } from './transit-gateway-accepts-nothing-by-itself.ts';

const accepting = { AutoAcceptSharedAttachments: 'enable' } as const;

testRule(transitGatewayAcceptsNothingByItself, {
  pass: [{ name: 'a gateway whose attachments a person accepts', resource: transitGateway() }],
  fail: [
    {
      name: 'a gateway that accepts them by itself',
      resource: transitGateway(accepting),
      message: 'by itself',
      severity: 'high',
      pointers: ['/transitGateway/Options/AutoAcceptSharedAttachments'],
    },
  ],
  unknown: [
    {
      name: 'the gateway',
      resource: transitGateway({}, {}, { transitGateway: notCollected('ec2:DescribeTransitGateways') }),
      missing: ['transitGateway'],
    },
    {
      name: 'a recording without the options',
      resource: transitGateway({}, { Options: undefined }),
      missing: ['transitGateway.Options'],
    },
  ],
  notApplicable: [
    {
      name: "another account's gateway",
      resource: transitGateway(accepting, { OwnerId: '444455556666' }),
      because: '444455556666',
    },
    { name: 'one that is being deleted', resource: transitGateway(accepting, { State: 'deleting' }) },
  ],
});
