import { elasticIp, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { addressIsInUse } from './address-is-in-use.ts';

const free = { AssociationId: undefined, NetworkInterfaceId: undefined };

testRule(addressIsInUse, {
  pass: [
    { name: 'at the interface of a NAT gateway, without an instance', resource: elasticIp() },
    {
      name: 'at an instance outside a VPC, of which AWS tells no association',
      resource: elasticIp({ ...free, Domain: 'standard', InstanceId: 'i-0e1a7c4b5d6f8a9b2' }),
    },
  ],
  fail: [
    {
      name: 'associated with nothing',
      resource: elasticIp(free),
      message: 'The address is associated with nothing.',
      severity: 'low',
      pointers: ['/address/AssociationId', '/address/PublicIp'],
    },
    {
      name: 'an instance id that is empty, as some answers have it',
      resource: elasticIp({ ...free, InstanceId: '' }),
    },
  ],
  unknown: [
    {
      name: 'the address',
      resource: elasticIp({}, { address: notCollected('ec2:DescribeAddresses') }),
      missing: ['address'],
    },
  ],
  notApplicable: [
    {
      name: 'an address that a load balancer brought along',
      resource: elasticIp({ ...free, ServiceManaged: 'alb' }),
      because: 'A service of AWS manages the address (alb).',
    },
  ],
});
