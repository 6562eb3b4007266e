import { networkInterface, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { networkInterfaceChecksSourceAndDestination } from './network-interface-checks-source-and-destination.ts';

const SourceDestCheck = false;

testRule(networkInterfaceChecksSourceAndDestination, {
  pass: [
    { name: 'as AWS makes one', resource: networkInterface() },
    { name: 'an elastic fabric adapter with the check', resource: networkInterface({ InterfaceType: 'efa' }) },
  ],
  fail: [
    {
      name: 'the check is off',
      resource: networkInterface({ SourceDestCheck }),
      message: 'The interface may pass on traffic',
      severity: 'medium',
      pointers: ['/networkInterface/SourceDestCheck'],
    },
    {
      name: 'the check is off, and nothing has the interface',
      resource: networkInterface({ SourceDestCheck, Status: 'available', Attachment: undefined }),
    },
    {
      name: 'an answer without a type, which is that of an interface',
      resource: networkInterface({ SourceDestCheck, InterfaceType: undefined }),
    },
  ],
  unknown: [
    {
      name: 'the interface',
      resource: networkInterface({}, { networkInterface: notCollected('ec2:DescribeNetworkInterfaces') }),
      missing: ['networkInterface'],
    },
    {
      name: 'a recording that does not say',
      resource: networkInterface({ SourceDestCheck: undefined }),
      missing: ['networkInterface.SourceDestCheck'],
    },
  ],
  notApplicable: [
    {
      name: 'the interface of a NAT gateway',
      resource: networkInterface({ SourceDestCheck, InterfaceType: 'natGateway' }),
      because: 'A service of AWS manages the interface.',
    },
    {
      name: 'an interface that another account has in a shared subnet',
      resource: networkInterface({ SourceDestCheck, OwnerId: '444455556666' }),
      because: '444455556666',
    },
    {
      name: 'an interface that a service made',
      resource: networkInterface({ SourceDestCheck, RequesterManaged: true }),
    },
  ],
});
