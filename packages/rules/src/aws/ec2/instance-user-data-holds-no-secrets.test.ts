import { instance, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceUserDataHoldsNoSecrets } from './instance-user-data-holds-no-secrets.ts';

const key = { redacted: 'aws-access-key', sha256: '9f86d081884c7d65' };
const password = { redacted: 'password', sha256: '60303ae22b998861' };

testRule(instanceUserDataHoldsNoSecrets, {
  pass: [
    { name: 'no user data', resource: instance() },
    { name: 'user data that was read whole', resource: instance({}, { userData: ['#!/bin/sh\nyum -y update\n'] }) },
    { name: 'empty user data', resource: instance({}, { userData: [] }) },
  ],
  fail: [
    {
      name: 'an access key',
      resource: instance({}, { userData: ['export AWS_ACCESS_KEY_ID=', key, '\n'] }),
      message: 'The user data has what looks like a secret: aws-access-key.',
      severity: 'high',
      pointers: ['/userData/1/redacted'],
    },
    {
      name: 'three secrets of two kinds, on a stopped instance',
      resource: instance({ State: { Name: 'stopped' } }, { userData: [key, ' ', password, ' ', password] }),
      message: '3 strings that look like secrets: aws-access-key and password.',
      pointers: ['/userData/0/redacted', '/userData/2/redacted', '/userData/4/redacted'],
    },
  ],
  unknown: [
    {
      name: 'user data that was denied',
      resource: instance({}, { userData: notCollected('ec2:DescribeInstanceAttribute') }),
      missing: ['userData'],
    },
    { name: 'user data that is not recorded', resource: instance({}, { userData: undefined }), missing: ['userData'] },
  ],
  notApplicable: [
    {
      name: 'a terminated instance',
      resource: instance({ State: { Name: 'terminated' } }, { userData: [key] }),
      because: 'terminated',
    },
  ],
});
