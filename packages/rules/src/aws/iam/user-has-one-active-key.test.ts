import { accessKey, notCollected, user } from '@plumbline/model/testing';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { expect, test } from 'vitest';
import { userHasOneActiveKey } from './user-has-one-active-key.ts';

const inactive = accessKey('ci', { AccessKeyId: 'AKIAOLDEXAMPLE', Status: 'Inactive' });
const two = user({ accessKeys: [accessKey('ci', { AccessKeyId: 'AKIAFIRSTEXAMPLE' }), accessKey('ci')] });

testRule(userHasOneActiveKey, {
  pass: [
    { name: 'one key', resource: user({ accessKeys: [accessKey('ci')] }) },
    { name: 'one key beside an inactive one', resource: user({ accessKeys: [inactive, accessKey('ci')] }) },
  ],
  fail: [
    {
      name: 'two keys',
      resource: two,
      message: 'The user has 2 active access keys.',
      severity: 'low',
      pointers: ['/accessKeys/0/AccessKeyId', '/accessKeys/1/AccessKeyId'],
    },
  ],
  unknown: [
    {
      name: 'keys that could not be listed',
      resource: user({ accessKeys: notCollected('iam:ListAccessKeys') }),
      missing: ['accessKeys'],
    },
  ],
  notApplicable: [
    { name: 'no key', resource: user(), because: 'no active access key' },
    { name: 'an inactive key', resource: user({ accessKeys: [inactive] }) },
  ],
});

test('the fix names the key to look at first', async () => {
  expect(await fixFor(userHasOneActiveKey, { name: '', resource: two })).toContain(
    'get-access-key-last-used --access-key-id AKIAFIRSTEXAMPLE',
  );
});
