import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { accountBlocksPublicImages } from './account-blocks-public-images.ts';

testRule(accountBlocksPublicImages, {
  pass: [{ name: 'new sharing is blocked in each region', resource: account() }],
  fail: [
    {
      name: 'one region has no block',
      resource: account({ imageBlockPublicAccess: { 'us-east-1': 'unblocked', 'eu-west-1': 'block-new-sharing' } }),
      message: 'Images can be made public in us-east-1.',
      severity: 'medium',
      pointers: ['/imageBlockPublicAccess/us-east-1'],
    },
  ],
  unknown: [
    {
      name: 'the setting could not be read',
      resource: account({ imageBlockPublicAccess: notCollected('ec2:GetImageBlockPublicAccessState') }),
      missing: ['imageBlockPublicAccess'],
    },
    {
      name: 'one region was not recorded',
      resource: account({ imageBlockPublicAccess: { 'us-east-1': 'block-new-sharing' } }),
      missing: ['imageBlockPublicAccess'],
    },
  ],
});
