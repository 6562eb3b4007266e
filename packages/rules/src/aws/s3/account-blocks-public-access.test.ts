import { account, notCollected, PUBLIC_ACCESS_BLOCKED } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accountBlocksPublicAccess } from './account-blocks-public-access.ts';

testRule(accountBlocksPublicAccess, {
  pass: [{ name: 'all four settings', resource: account() }],
  fail: [
    {
      name: 'no block',
      resource: account({ s3PublicAccessBlock: null }),
      message: 'are off for the account.',
      severity: 'medium',
    },
    {
      name: 'one setting left out',
      resource: account({ s3PublicAccessBlock: { ...PUBLIC_ACCESS_BLOCKED, IgnorePublicAcls: false } }),
      message: 'IgnorePublicAcls is off for the account.',
      pointers: ['/s3PublicAccessBlock/IgnorePublicAcls'],
    },
  ],
  unknown: [
    {
      name: 'a block that could not be read',
      resource: account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock') }),
      missing: ['s3PublicAccessBlock'],
    },
  ],
});
