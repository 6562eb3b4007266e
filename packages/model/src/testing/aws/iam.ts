import type {
  AccessKey,
  GroupDetail,
  InlinePolicy,
  LoginProfile,
  ManagedPolicyDetail,
  MfaDevice,
  RoleDetail,
  UserDetail,
} from '../../aws/iam.ts';
import type { PolicyDocument, PolicyStatement } from '../../policy-document.ts';
import type { Resource } from '../../resource.ts';
import { build, TEST_ACCOUNT, type Overrides } from '../build.ts';
import { usedCredentials } from './credential-report.ts';

const CREATED = '2024-03-12T09:30:00+00:00';

/** Of an IAM resource's `authorizationDetails`, the fields that are to differ. */
interface Details<Detail> {
  readonly details?: Partial<Detail>;
}

export function policyDocument(...statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

export const ADMINISTRATOR_STATEMENT: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };

export function inlinePolicy(name: string, ...statements: readonly PolicyStatement[]): InlinePolicy {
  return { PolicyName: name, PolicyDocument: policyDocument(...statements) };
}

/** A user with a password, an MFA device and no access key, whose rights come from a group. What it has was used the day before. */
export function user({
  details,
  ...overrides
}: Overrides<'AWS::IAM::User'> & Details<UserDetail> = {}): Resource<'AWS::IAM::User'> {
  const name = overrides.name ?? 'ana.silva';
  const arn = arnOf('user', name);
  const loginProfile = overrides.loginProfile === undefined ? loginProfileOf(name) : overrides.loginProfile;
  const mfaDevices = overrides.mfaDevices ?? [mfaDeviceOf(name)];
  return build(
    'AWS::IAM::User',
    { id: arn, name, region: 'global' },
    {
      authorizationDetails: {
        Path: '/',
        UserName: name,
        UserId: uniqueId('AIDA', name),
        Arn: arn,
        CreateDate: CREATED,
        GroupList: ['developers'],
        AttachedManagedPolicies: [],
        Tags: [],
        ...details,
      },
      accessKeys: [],
      mfaDevices: [mfaDeviceOf(name)],
      loginProfile: loginProfileOf(name),
      credentialReport: usedCredentials({
        name,
        arn,
        created: CREATED,
        hasPassword: loginProfile !== null,
        hasMfa: !Array.isArray(mfaDevices) || mfaDevices.length > 0,
        accessKeys: Array.isArray(overrides.accessKeys) ? overrides.accessKeys : [],
      }),
    },
    overrides,
  );
}

/** A group to which no policy is attached yet. */
export function group({
  details,
  ...overrides
}: Overrides<'AWS::IAM::Group'> & Details<GroupDetail> = {}): Resource<'AWS::IAM::Group'> {
  const name = overrides.name ?? 'developers';
  const arn = arnOf('group', name);
  return build(
    'AWS::IAM::Group',
    { id: arn, name, region: 'global' },
    {
      authorizationDetails: {
        Path: '/',
        GroupName: name,
        GroupId: uniqueId('AGPA', name),
        Arn: arn,
        CreateDate: CREATED,
        GroupPolicyList: [],
        AttachedManagedPolicies: [],
        ...details,
      },
    },
    overrides,
  );
}

/** A role that Lambda functions run with, with one inline policy for its logs. */
export function role({
  details,
  ...overrides
}: Overrides<'AWS::IAM::Role'> & Details<RoleDetail> = {}): Resource<'AWS::IAM::Role'> {
  const name = overrides.name ?? 'invoice-worker';
  const path = details?.Path ?? '/';
  const arn = arnOf('role', `${path.slice(1)}${name}`);
  return build(
    'AWS::IAM::Role',
    { id: arn, name, region: 'global' },
    {
      authorizationDetails: {
        Path: path,
        RoleName: name,
        RoleId: uniqueId('AROA', name),
        Arn: arn,
        CreateDate: CREATED,
        AssumeRolePolicyDocument: trustPolicy({ Principal: { Service: 'lambda.amazonaws.com' } }),
        InstanceProfileList: [],
        RolePolicyList: [
          inlinePolicy('write-logs', {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `arn:aws:logs:eu-west-1:${TEST_ACCOUNT}:log-group:/aws/lambda/${name}:*`,
          }),
        ],
        AttachedManagedPolicies: [],
        Tags: [],
        RoleLastUsed: { LastUsedDate: '2026-11-19T22:15:00+00:00', Region: 'eu-west-1' },
        ...details,
      },
    },
    overrides,
  );
}

/** A trust policy: each statement allows `sts:AssumeRole` unless it says otherwise. */
export function trustPolicy(...statements: readonly PolicyStatement[]): PolicyDocument {
  return policyDocument(...statements.map((each) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...each })));
}

/** A customer managed policy that is attached once and reads one bucket. */
export function managedPolicy({
  document = policyDocument({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::acme-invoices', 'arn:aws:s3:::acme-invoices/*'],
  }),
  details,
  ...overrides
}: Overrides<'AWS::IAM::ManagedPolicy'> &
  Details<ManagedPolicyDetail> & { readonly document?: PolicyDocument } = {}): Resource<'AWS::IAM::ManagedPolicy'> {
  const name = overrides.name ?? 'read-invoices';
  const arn = overrides.id ?? arnOf('policy', name);
  return build(
    'AWS::IAM::ManagedPolicy',
    { id: arn, name, region: 'global' },
    {
      authorizationDetails: {
        PolicyName: name,
        PolicyId: uniqueId('ANPA', name),
        Arn: arn,
        Path: '/',
        DefaultVersionId: 'v1',
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 0,
        IsAttachable: true,
        CreateDate: CREATED,
        UpdateDate: CREATED,
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: CREATED, Document: document }],
        ...details,
      },
    },
    overrides,
  );
}

/** AWS's own AdministratorAccess, as it is listed where it is attached. */
export function administratorAccess(): Resource<'AWS::IAM::ManagedPolicy'> {
  return managedPolicy({
    id: 'arn:aws:iam::aws:policy/AdministratorAccess',
    name: 'AdministratorAccess',
    document: policyDocument(ADMINISTRATOR_STATEMENT),
  });
}

/** What a user, group or role has in `AttachedManagedPolicies` for a policy. */
export function attached(policy: Resource<'AWS::IAM::ManagedPolicy'>): { PolicyName: string; PolicyArn: string } {
  return { PolicyName: policy.name, PolicyArn: policy.id };
}

/** An active access key, made three weeks before the test snapshots. */
export function accessKey(userName: string, changed: Partial<AccessKey> = {}): AccessKey {
  return {
    UserName: userName,
    AccessKeyId: uniqueId('AKIA', userName, 9),
    Status: 'Active',
    CreateDate: '2026-10-30T08:00:00+00:00',
    ...changed,
  };
}

function loginProfileOf(userName: string): LoginProfile {
  return { UserName: userName, CreateDate: CREATED, PasswordResetRequired: false };
}

function mfaDeviceOf(userName: string): MfaDevice {
  return { UserName: userName, SerialNumber: arnOf('mfa', userName), EnableDate: CREATED };
}

function arnOf(kind: string, name: string): string {
  return `arn:aws:iam::${TEST_ACCOUNT}:${kind}/${name}`;
}

/** An id of AWS's form that ends in EXAMPLE as those in its documentation do; the same for the same name. */
function uniqueId(prefix: string, name: string, length = 10): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let hash = 2166136261;
  let id = '';
  for (let index = 0; index < length; index++) {
    for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
    id += letters[(hash >>> 9) & 31];
  }
  return `${prefix}${id}EXAMPLE`;
}
