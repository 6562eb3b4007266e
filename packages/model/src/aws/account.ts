import type { AccountSummaryMap, CredentialReportRow, PasswordPolicy } from './iam.ts';
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
  /** Region → whether new EBS volumes are encrypted by default there. */
  ebsEncryptionByDefault: Readonly<Record<string, boolean>>;
}

export interface AccountTypes {
  'AWS::Account': AccountFacets;
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
    },
  },
} as const satisfies Catalogue<AccountTypes>;
