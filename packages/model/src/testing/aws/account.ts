import type { Resource } from '../../resource.ts';
import { build, TEST_ACCOUNT, type Overrides } from '../build.ts';
import { credentialReportRow } from './credential-report.ts';
import { PUBLIC_ACCESS_BLOCKED } from './s3.ts';

/** An account that is set up well. */
export function account(overrides: Overrides<'AWS::Account'> = {}): Resource<'AWS::Account'> {
  return build(
    'AWS::Account',
    { id: `arn:aws:iam::${TEST_ACCOUNT}:root`, name: TEST_ACCOUNT, region: 'global' },
    {
      passwordPolicy: {
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        RequireNumbers: true,
        RequireUppercaseCharacters: true,
        RequireLowercaseCharacters: true,
        AllowUsersToChangePassword: true,
        ExpirePasswords: false,
        PasswordReusePrevention: 24,
      },
      accountSummary: {
        AccountMFAEnabled: 1,
        AccountAccessKeysPresent: 0,
        AccountPasswordPresent: 1,
        AccountSigningCertificatesPresent: 0,
        Users: 3,
        Groups: 1,
        Policies: 4,
        MFADevicesInUse: 4,
      },
      credentialReport: credentialReportRow({
        user: '<root_account>',
        arn: `arn:aws:iam::${TEST_ACCOUNT}:root`,
        user_creation_time: '2021-03-01T09:00:00+00:00',
        password_enabled: 'not_supported',
        password_last_used: '2024-02-10T08:00:00+00:00',
        password_last_changed: 'not_supported',
        password_next_rotation: 'not_supported',
        mfa_active: 'true',
      }),
      s3PublicAccessBlock: PUBLIC_ACCESS_BLOCKED,
      virtualMfaDevices: [],
      snapshotBlockPublicAccess: { 'eu-west-1': 'block-all-sharing', 'us-east-1': 'block-all-sharing' },
      imageBlockPublicAccess: { 'eu-west-1': 'block-new-sharing', 'us-east-1': 'block-new-sharing' },
      instanceMetadataDefaults: {
        'eu-west-1': { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
        'us-east-1': { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
      },
      vpcBlockPublicAccess: {
        'eu-west-1': { InternetGatewayBlockMode: 'off' },
        'us-east-1': { InternetGatewayBlockMode: 'off' },
      },
      ebsEncryptionByDefault: { 'eu-west-1': true, 'us-east-1': true },
    },
    overrides,
  );
}
