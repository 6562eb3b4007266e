import { account, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { rootHasHardwareMfa } from './root-has-hardware-mfa.ts';

const ROOT = 'arn:aws:iam::111122223333:root';
const device = (name: string, Arn: string) => ({
  SerialNumber: `arn:aws:iam::111122223333:mfa/${name}`,
  User: { Path: '/', UserName: '', UserId: '111122223333', Arn, CreateDate: '2019-02-11T18:22:40+00:00' },
});

testRule(rootHasHardwareMfa, {
  pass: [
    { name: 'a device that is not virtual', resource: account() },
    {
      name: 'virtual devices of users',
      resource: account({ virtualMfaDevices: [device('ana', 'arn:aws:iam::111122223333:user/ana')] }),
    },
  ],
  fail: [
    {
      name: 'an authenticator app',
      resource: account({
        virtualMfaDevices: [device('ana', 'arn:aws:iam::111122223333:user/ana'), device('phone', ROOT)],
      }),
      message: 'The root user can sign in with an authenticator app.',
      severity: 'medium',
      pointers: ['/virtualMfaDevices/1/SerialNumber'],
    },
    {
      name: 'one whose user is not told, by its name',
      resource: account({
        virtualMfaDevices: [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device' }],
      }),
    },
    {
      name: 'no device',
      resource: account({ accountSummary: { AccountMFAEnabled: 0, AccountPasswordPresent: 1 } }),
      message: 'no MFA device at all',
      pointers: ['/accountSummary/AccountMFAEnabled'],
    },
  ],
  unknown: [
    {
      name: 'devices that could not be listed',
      resource: account({ virtualMfaDevices: notCollected('iam:ListVirtualMFADevices') }),
      missing: ['virtualMfaDevices'],
    },
    { name: 'a summary without the number', resource: account({ accountSummary: {} }), missing: ['accountSummary'] },
  ],
  notApplicable: [
    {
      name: 'a member account whose root user has no password',
      resource: account({ accountSummary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0 } }),
      because: 'no password',
    },
    {
      name: 'one without a password, whose authenticator app was left behind',
      resource: account({
        accountSummary: { AccountMFAEnabled: 1, AccountPasswordPresent: 0 },
        virtualMfaDevices: [device('phone', ROOT)],
      }),
    },
  ],
});
