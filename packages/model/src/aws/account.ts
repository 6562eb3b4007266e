import type { InstanceMetadataDefaults, VpcBlockPublicAccess } from './ec2.ts';
import type { AccountSummaryMap, CredentialReportRow, PasswordPolicy, VirtualMfaDevice } from './iam.ts';
import type { PublicAccessBlock } from './s3.ts';
import type { Catalogue } from '../catalogue.ts';

/** One resource a recording: what is set for the account as a whole. Its id is `arn:aws:iam::<account>:root`, its region `global`. */
export interface AccountFacets {
  /** `null`: the account has no password policy of its own. */
  passwordPolicy: PasswordPolicy | null;
  /** The numbers of IAM's account summary, such as `AccountMFAEnabled`. */
  accountSummary: AccountSummaryMap;
  /** The credential report's row of the root user. */
  credentialReport: CredentialReportRow;
  /** `null`: no block is set for the account. */
  s3PublicAccessBlock: PublicAccessBlock | null;
  /** The virtual MFA devices that are assigned; the root user's has its name in `User`. */
  virtualMfaDevices: readonly VirtualMfaDevice[];
  /** Region → whether new EBS volumes are encrypted by default there. */
  ebsEncryptionByDefault: Readonly<Record<string, boolean>>;
  /** Region → `block-all-sharing`, `block-new-sharing` or `unblocked`. */
  snapshotBlockPublicAccess: Readonly<Record<string, string>>;
  /** Region → `block-new-sharing` or `unblocked`. */
  imageBlockPublicAccess: Readonly<Record<string, string>>;
  /** Region → the defaults of the metadata service for new instances; what is not set there is absent. */
  instanceMetadataDefaults: Readonly<Record<string, InstanceMetadataDefaults>>;
  /** Region → VPC Block Public Access. */
  vpcBlockPublicAccess: Readonly<Record<string, VpcBlockPublicAccess>>;
}

export interface AccountTypes {
  'AWS::Account': AccountFacets;
}

/** One answer a region, together in one facet; a region that could not be read is absent from it. */
function byRegion(name: string) {
  return { call: `ec2:${name}`, action: `ec2:${name}`, shape: 'object' } as const;
}

export const ACCOUNT_CATALOGUE = {
  'AWS::Account': {
    service: 'account',
    scope: 'global',
    listing: { call: 'sts:GetCallerIdentity', action: 'sts:GetCallerIdentity' },
    facets: {
      passwordPolicy: { call: 'iam:GetAccountPasswordPolicy', action: 'iam:GetAccountPasswordPolicy', shape: 'object' },
      accountSummary: { call: 'iam:GetAccountSummary', action: 'iam:GetAccountSummary', shape: 'object' },
      credentialReport: { call: 'iam:GetCredentialReport', action: 'iam:GetCredentialReport', shape: 'object' },
      s3PublicAccessBlock: {
        call: 's3control:GetPublicAccessBlock',
        action: 's3:GetAccountPublicAccessBlock',
        shape: 'object',
      },
      ebsEncryptionByDefault: {
        call: 'ec2:GetEbsEncryptionByDefault',
        action: 'ec2:GetEbsEncryptionByDefault',
        shape: 'object',
      },
      virtualMfaDevices: { call: 'iam:ListVirtualMFADevices', action: 'iam:ListVirtualMFADevices', shape: 'list' },
      snapshotBlockPublicAccess: byRegion('GetSnapshotBlockPublicAccessState'),
      imageBlockPublicAccess: byRegion('GetImageBlockPublicAccessState'),
      instanceMetadataDefaults: byRegion('GetInstanceMetadataDefaults'),
      vpcBlockPublicAccess: byRegion('DescribeVpcBlockPublicAccessOptions'),
    },
  },
} as const satisfies Catalogue<AccountTypes>;
