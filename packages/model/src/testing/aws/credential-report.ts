import type { CredentialReportRow } from '../../aws/iam.ts';

/** A row of a credential report with every column of today's report; what is not named is as for a user without credentials. */
export function credentialReportRow(columns: CredentialReportRow): CredentialReportRow {
  return {
    user: '',
    arn: '',
    user_creation_time: 'N/A',
    password_enabled: 'false',
    password_last_used: 'N/A',
    password_last_changed: 'N/A',
    password_next_rotation: 'N/A',
    mfa_active: 'false',
    ...accessKeyColumns(1),
    ...accessKeyColumns(2),
    cert_1_active: 'false',
    cert_1_last_rotated: 'N/A',
    cert_2_active: 'false',
    cert_2_last_rotated: 'N/A',
    ...columns,
  };
}

function accessKeyColumns(number: 1 | 2): CredentialReportRow {
  return {
    [`access_key_${number}_active`]: 'false',
    [`access_key_${number}_last_rotated`]: 'N/A',
    [`access_key_${number}_last_used_date`]: 'N/A',
    [`access_key_${number}_last_used_region`]: 'N/A',
    [`access_key_${number}_last_used_service`]: 'N/A',
  };
}
