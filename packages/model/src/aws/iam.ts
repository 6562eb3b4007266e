import type * as Sdk from '@aws-sdk/client-iam';
import type { Catalogue } from '../catalogue.ts';
import type { PolicyDocument } from '../policy-document.ts';
import type { Recorded, With } from '../recorded.ts';

export type PasswordPolicy = Recorded<Sdk.PasswordPolicy>;
export type AccountSummaryMap = Readonly<Record<string, number>>;
export type AttachedPolicy = Recorded<Sdk.AttachedPolicy>;
export type AccessKey = Recorded<Sdk.AccessKeyMetadata>;
export type MfaDevice = Recorded<Sdk.MFADevice>;
export type LoginProfile = Recorded<Sdk.LoginProfile>;
export type VirtualMfaDevice = Recorded<Omit<Sdk.VirtualMFADevice, 'Base32StringSeed' | 'QRCodePNG'>>;
export type ServerCertificate = Recorded<Sdk.ServerCertificateMetadata>;
export type InstanceProfile = With<
  Recorded<Sdk.InstanceProfile>,
  { readonly Roles?: readonly Pick<Recorded<Sdk.Role>, 'Arn' | 'RoleName' | 'Path'>[] }
>;

/** An inline policy with its document parsed. */
export type InlinePolicy = With<Recorded<Sdk.PolicyDetail>, { readonly PolicyDocument?: PolicyDocument }>;

export type UserDetail = With<Recorded<Sdk.UserDetail>, { readonly UserPolicyList?: readonly InlinePolicy[] }>;
export type GroupDetail = With<Recorded<Sdk.GroupDetail>, { readonly GroupPolicyList?: readonly InlinePolicy[] }>;
export type RoleDetail = With<
  Recorded<Sdk.RoleDetail>,
  { readonly AssumeRolePolicyDocument?: PolicyDocument; readonly RolePolicyList?: readonly InlinePolicy[] }
>;
export type ManagedPolicyDetail = With<
  Recorded<Sdk.ManagedPolicyDetail>,
  { readonly PolicyVersionList?: readonly With<Recorded<Sdk.PolicyVersion>, { readonly Document?: PolicyDocument }>[] }
>;

/** A row of the credential report: its columns by name, each value as the report's text (`true`, `N/A`, a date). */
export type CredentialReportRow = Readonly<Record<string, string>>;

export interface UserFacets {
  authorizationDetails: UserDetail;
  accessKeys: readonly AccessKey[];
  mfaDevices: readonly MfaDevice[];
  /** `null`: the user has no password for the console. */
  loginProfile: LoginProfile | null;
  /** The credential report's row of this user. */
  credentialReport: CredentialReportRow;
}

export interface IamTypes {
  'AWS::IAM::User': UserFacets;
  'AWS::IAM::Group': { authorizationDetails: GroupDetail };
  'AWS::IAM::Role': { authorizationDetails: RoleDetail };
  /** A managed policy: customer managed, or one of AWS's that is attached to something. */
  'AWS::IAM::ManagedPolicy': { authorizationDetails: ManagedPolicyDetail };
  /** What instances have their role by. */
  'AWS::IAM::InstanceProfile': { instanceProfile: InstanceProfile };
  'AWS::IAM::ServerCertificate': { serverCertificate: ServerCertificate };
}

const details = {
  call: 'iam:GetAccountAuthorizationDetails',
  action: 'iam:GetAccountAuthorizationDetails',
  shape: 'object',
} as const;
const profiles = { call: 'iam:ListInstanceProfiles', action: 'iam:ListInstanceProfiles' } as const;
const certificates = { call: 'iam:ListServerCertificates', action: 'iam:ListServerCertificates' } as const;
const listing = { call: details.call, action: details.action } as const;

export const IAM_CATALOGUE = {
  'AWS::IAM::User': {
    service: 'iam',
    scope: 'global',
    listing,
    facets: {
      authorizationDetails: details,
      accessKeys: { call: 'iam:ListAccessKeys', action: 'iam:ListAccessKeys', shape: 'list' },
      mfaDevices: { call: 'iam:ListMFADevices', action: 'iam:ListMFADevices', shape: 'list' },
      loginProfile: { call: 'iam:GetLoginProfile', action: 'iam:GetLoginProfile', shape: 'object' },
      credentialReport: { call: 'iam:GetCredentialReport', action: 'iam:GetCredentialReport', shape: 'object' },
    },
  },
  'AWS::IAM::Group': { service: 'iam', scope: 'global', listing, facets: { authorizationDetails: details } },
  'AWS::IAM::Role': { service: 'iam', scope: 'global', listing, facets: { authorizationDetails: details } },
  'AWS::IAM::ManagedPolicy': { service: 'iam', scope: 'global', listing, facets: { authorizationDetails: details } },
  'AWS::IAM::InstanceProfile': {
    service: 'iam',
    scope: 'global',
    listing: profiles,
    facets: { instanceProfile: { ...profiles, shape: 'object' } },
  },
  'AWS::IAM::ServerCertificate': {
    service: 'iam',
    scope: 'global',
    listing: certificates,
    facets: { serverCertificate: { ...certificates, shape: 'object' } },
  },
} as const satisfies Catalogue<IamTypes>;
