import {
  administratorAccess,
  ADMINISTRATOR_STATEMENT,
  attached,
  inlinePolicy,
  instance,
  managedPolicy,
  notCollected,
  role,
  TEST_ACCOUNT,
} from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { instanceRoleHoldsNoFullAdmin } from './instance-role-holds-no-full-admin.ts';

const Arn = `arn:aws:iam::${TEST_ACCOUNT}:instance-profile/app`;
const InstanceProfileList = [
  { Path: '/', InstanceProfileName: 'app', InstanceProfileId: 'AIPAEXAMPLE', Arn, CreateDate: '2024-03-12', Roles: [] },
];
type Details = NonNullable<Parameters<typeof role>[0]>['details'];
const appRole = (details: Details = {}) => role({ name: 'app', details: { InstanceProfileList, ...details } });
const admin = administratorAccess();
const wide = managedPolicy({ name: 'ops', document: { Version: '2012-10-17', Statement: [ADMINISTRATOR_STATEMENT] } });
const ofProfile = '/instance/IamInstanceProfile/Arn';

testRule(instanceRoleHoldsNoFullAdmin, {
  pass: [
    { name: 'a role that writes logs', resource: instance(), with: [appRole()] },
    { name: 'no instance profile', resource: instance({ IamInstanceProfile: undefined }) },
    {
      name: 'an administrator policy that another role has',
      resource: instance(),
      with: [appRole(), role({ name: 'other', details: { AttachedManagedPolicies: [attached(admin)] } }), admin],
    },
    {
      name: 'item 35: full rights within a boundary that leaves less',
      resource: instance(),
      with: [
        appRole({
          AttachedManagedPolicies: [attached(wide)],
          PermissionsBoundary: { PermissionsBoundaryArn: managedPolicy().id },
        }),
        wide,
        managedPolicy(),
      ],
    },
  ],
  fail: [
    {
      name: 'AdministratorAccess',
      resource: instance(),
      with: [appRole({ AttachedManagedPolicies: [attached(admin)] }), admin],
      message:
        'The instance runs with the role app. The role may do everything on every resource by the policy "AdministratorAccess".',
      severity: 'high',
    },
    {
      name: 'an inline policy, on an instance with a public address',
      resource: instance({ PublicIpAddress: '52.18.4.1' }),
      with: [appRole({ RolePolicyList: [inlinePolicy('all', ADMINISTRATOR_STATEMENT)] })],
      severity: 'critical',
      pointers: [
        ofProfile,
        '/authorizationDetails/RolePolicyList/0/PolicyDocument/Statement/0',
        '/authorizationDetails/RolePolicyList/0/PolicyName',
      ],
    },
    {
      name: 'a customer policy, on a stopped instance',
      resource: instance({ State: { Name: 'stopped' } }),
      with: [appRole({ AttachedManagedPolicies: [attached(wide)] }), wide],
      message: '"ops"',
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'the instance',
      resource: instance({}, { instance: notCollected('ec2:DescribeInstances') }),
      missing: ['instance'],
    },
    {
      name: 'roles could not be listed',
      resource: instance(),
      unlisted: [{ type: 'AWS::IAM::Role', region: 'global' }],
      missing: ['AWS::IAM::Role in global'],
    },
    {
      name: 'a policy of the role is not recorded',
      resource: instance(),
      with: [appRole({ AttachedManagedPolicies: [attached(wide)] })],
      missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
    },
  ],
  notApplicable: [
    { name: 'a profile without a role', resource: instance(), because: 'no role' },
    { name: 'a terminated instance', resource: instance({ State: { Name: 'terminated' } }), because: 'terminated' },
  ],
});
