import { account, managedPolicy, notCollected } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { hasSupportRole } from './has-support-role.ts';

const support = (AttachmentCount: number) =>
  managedPolicy({
    id: 'arn:aws:iam::aws:policy/AWSSupportAccess',
    name: 'AWSSupportAccess',
    details: { AttachmentCount },
  });

testRule(hasSupportRole, {
  pass: [{ name: 'the policy is attached', resource: account(), with: [support(1)] }],
  fail: [
    {
      name: 'the policy is not listed, as it is attached to nobody',
      resource: account(),
      with: [managedPolicy({ name: 'AWSSupportAccess' })],
      message: 'attached to nobody',
      severity: 'low',
      pointers: ['/attached policies/AWSSupportAccess'],
    },
    {
      name: 'the policy is listed and not attached',
      resource: account(),
      with: [support(0)],
      pointers: ['/authorizationDetails/AttachmentCount'],
    },
  ],
  unknown: [
    {
      name: 'policies that were not all listed',
      resource: account(),
      unlisted: [{ type: 'AWS::IAM::ManagedPolicy', region: 'global' }],
      missing: ['AWS::IAM::ManagedPolicy in global'],
    },
    {
      name: 'the policy could not be read',
      resource: account(),
      with: [
        managedPolicy({
          id: 'arn:aws:iam::aws:policy/AWSSupportAccess',
          authorizationDetails: notCollected('iam:GetAccountAuthorizationDetails'),
        }),
      ],
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
  ],
});
