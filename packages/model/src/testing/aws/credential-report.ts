import type { AccessKey, CredentialReportRow } from '../../aws/iam.ts';

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

const YESTERDAY = '2026-11-19T16:45:00+00:00';

/** The row of a user whose password and active keys, where it has them, were used on the day before the test snapshots. */
export function usedCredentials(user: {
  readonly name: string;
  readonly arn: string;
  readonly created: string;
  readonly hasPassword: boolean;
  readonly hasMfa: boolean;
  readonly accessKeys: readonly AccessKey[];
}): CredentialReportRow {
  const password = user.hasPassword && {
    password_enabled: 'true',
    password_last_used: YESTERDAY,
    password_last_changed: user.created,
  };
  const keys = user.accessKeys.map(({ Status, CreateDate = 'N/A' }, index): CredentialReportRow => {
    const column = `access_key_${index + 1}`;
    const used = { [`${column}_last_used_date`]: YESTERDAY, [`${column}_last_used_service`]: 's3' };
    return {
      [`${column}_active`]: String(Status === 'Active'),
      [`${column}_last_rotated`]: CreateDate,
      ...(Status === 'Active' && used),
    };
  });
  return credentialReportRow({
    user: user.name,
    arn: user.arn,
    user_creation_time: user.created,
    mfa_active: String(user.hasMfa),
    ...password,
    ...Object.assign({}, ...keys),
  });
}
