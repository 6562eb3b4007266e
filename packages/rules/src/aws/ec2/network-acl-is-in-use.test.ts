import { networkAcl, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { networkAclIsInUse } from './network-acl-is-in-use.ts';

const Associations: never[] = [];

testRule(networkAclIsInUse, {
  pass: [
    { name: 'an ACL with a subnet', resource: networkAcl() },
    { name: 'the default ACL with a subnet', resource: networkAcl({ IsDefault: true }) },
  ],
  fail: [
    {
      name: 'an ACL without a subnet',
      resource: networkAcl({ Associations }),
      message: 'No subnet has the ACL.',
      severity: 'low',
      pointers: ['/networkAcl/Associations'],
    },
    { name: 'an ACL whose answer leaves the list out', resource: networkAcl({ Associations: undefined }) },
  ],
  unknown: [
    {
      name: 'the ACL',
      resource: networkAcl({}, { networkAcl: notCollected('ec2:DescribeNetworkAcls') }),
      missing: ['networkAcl'],
    },
  ],
  notApplicable: [
    {
      name: 'the default ACL without a subnet, which cannot be deleted',
      resource: networkAcl({ IsDefault: true, Associations }),
      because: 'default ACL',
    },
    {
      name: 'the ACL of a VPC that another account shares',
      resource: networkAcl({ OwnerId: '444455556666', Associations }),
      because: '444455556666',
    },
  ],
});
