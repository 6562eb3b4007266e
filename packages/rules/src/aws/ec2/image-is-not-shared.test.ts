import { account, image, notCollected, TEST_ACCOUNT } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { imageIsNotShared } from './image-is-not-shared.ts';

const OrganizationArn = 'arn:aws:organizations::999988887777:organization/o-a1b2c3d4e5';
const shared = image({}, { launchPermissions: [{ UserId: '444455556666' }, { OrganizationArn }] });

testRule(imageIsNotShared, {
  pass: [
    { name: 'a private image', resource: image() },
    {
      name: 'a public image, which is for another rule',
      resource: image({ Public: true }, { launchPermissions: [{ Group: 'all' }] }),
    },
    {
      name: 'a permission for the own account',
      resource: image({}, { launchPermissions: [{ UserId: TEST_ACCOUNT }] }),
    },
  ],
  fail: [
    {
      name: 'an account and an organization, under a block of public sharing',
      resource: shared,
      with: [account()],
      message: 'The image is shared with account 444455556666 and organization o-a1b2c3d4e5.',
      severity: 'low',
      pointers: ['/launchPermissions/0/UserId', '/launchPermissions/1/OrganizationArn'],
    },
  ],
  unknown: [
    {
      name: 'permissions that were denied',
      resource: image({}, { launchPermissions: notCollected('ec2:DescribeImageAttribute') }),
      missing: ['launchPermissions'],
    },
  ],
  notApplicable: [
    {
      name: 'a deregistered image',
      resource: image({ State: 'deregistered' }, { launchPermissions: [{ UserId: '444455556666' }] }),
    },
  ],
});

test('the command takes the permission from each of them', async () => {
  expect(await fixFor(imageIsNotShared, { name: '', resource: shared })).toContain(
    `--launch-permission 'Remove=[{UserId=444455556666},{OrganizationArn=${OrganizationArn}}]'`,
  );
});
