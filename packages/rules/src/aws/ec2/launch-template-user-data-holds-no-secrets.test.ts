import { launchTemplate, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { launchTemplateUserDataHoldsNoSecrets } from './launch-template-user-data-holds-no-secrets.ts';

const secret = launchTemplate(
  {},
  {},
  { userData: ['#!/bin/sh\nmysql -p', { redacted: 'password', sha256: '60303ae22b998861' }, '\n'] },
);

testRule(launchTemplateUserDataHoldsNoSecrets, {
  pass: [
    { name: 'no user data', resource: launchTemplate() },
    { name: 'user data that was read whole', resource: launchTemplate({}, {}, { userData: ['#!/bin/sh\n'] }) },
  ],
  fail: [
    {
      name: 'a password',
      resource: secret,
      message: 'what looks like a secret: password.',
      severity: 'high',
      pointers: ['/userData/1/redacted'],
    },
  ],
  unknown: [
    {
      name: 'versions that were denied',
      resource: launchTemplate({}, {}, { userData: notCollected('ec2:DescribeLaunchTemplateVersions') }),
      missing: ['userData'],
    },
  ],
});

test('the command makes a version from the default one', async () => {
  expect(await fixFor(launchTemplateUserDataHoldsNoSecrets, { name: '', resource: secret })).toContain(
    "--launch-template-id lt-0d3e4f5a6b7c8d9e0 --source-version '$Default' --launch-template-data '{",
  );
});
