import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accountBlocksInternetGateways } from './account-blocks-internet-gateways.ts';

const both = { InternetGatewayBlockMode: 'block-bidirectional', ExclusionsAllowed: 'allowed' } as const;
const ingress = { InternetGatewayBlockMode: 'block-ingress' } as const;

testRule(accountBlocksInternetGateways, {
  pass: [
    {
      name: 'each region blocks, in either mode, with exclusions allowed',
      resource: account({ vpcBlockPublicAccess: { 'eu-west-1': both, 'us-east-1': ingress } }),
    },
  ],
  fail: [
    {
      name: 'it is off in one region',
      resource: account({
        vpcBlockPublicAccess: { 'eu-west-1': both, 'us-east-1': { InternetGatewayBlockMode: 'off' } },
      }),
      message: 'Nothing blocks what comes in through internet gateways in us-east-1.',
      severity: 'medium',
      pointers: ['/vpcBlockPublicAccess/us-east-1/InternetGatewayBlockMode'],
    },
  ],
  unknown: [
    {
      name: 'the setting could not be read',
      resource: account({ vpcBlockPublicAccess: notCollected('ec2:DescribeVpcBlockPublicAccessOptions') }),
      missing: ['vpcBlockPublicAccess'],
    },
    {
      name: 'one region was not recorded',
      resource: account({ vpcBlockPublicAccess: { 'us-east-1': ingress } }),
      missing: ['vpcBlockPublicAccess'],
    },
  ],
});
