import { account, image, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { imageIsNotPublic } from './image-is-not-public.ts';

testRule(imageIsNotPublic, {
  pass: [
    { name: 'a private image', resource: image() },
    {
      name: 'an image for one other account',
      resource: image({}, { launchPermissions: [{ UserId: '444455556666' }] }),
    },
  ],
  fail: [
    {
      name: 'item 28: a public image, also where the region blocks new sharing',
      resource: image({ Public: true }, { launchPermissions: [{ Group: 'all' }] }),
      with: [account()],
      message: 'Every AWS account can launch the image.',
      severity: 'critical',
      pointers: ['/image/Public'],
    },
    {
      name: 'a public image whose permissions could not be read',
      resource: image({ Public: true }, { launchPermissions: notCollected('ec2:DescribeImageAttribute') }),
    },
  ],
  unknown: [
    { name: 'the image', resource: image({}, { image: notCollected('ec2:DescribeImages') }), missing: ['image'] },
    { name: 'a recording without the field', resource: image({ Public: undefined }), missing: ['image.Public'] },
  ],
  notApplicable: [
    { name: 'a deregistered image', resource: image({ Public: true, State: 'deregistered' }), because: 'deregistered' },
    {
      name: 'one that could not be made',
      resource: image({ Public: true, State: 'failed' }),
      because: 'could not be made',
    },
  ],
});
