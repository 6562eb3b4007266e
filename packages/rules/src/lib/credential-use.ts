import type { CredentialReportRow } from '@plumbline/model';

const DAY = 24 * 60 * 60 * 1000;

/** A password or active access key of a credential report's row. */
export interface Credential {
  /** In words: `the password`. */
  readonly name: string;
  /** Days since it was last used, or since it was made if it was not; `NaN` where the report does not say. */
  readonly idleDays: number;
  readonly used: boolean;
  /** Column of the report that tells. */
  readonly column: string;
}

/** The credentials of a user that work. A password or key that was made anew counts from then on. */
export function workingCredentials(row: CredentialReportRow, now: Date): readonly Credential[] {
  const age = (column: string) => (now.getTime() - Date.parse(row[column] ?? '')) / DAY;
  const credential = (name: string, usedAt: string, madeAt: string): Credential => {
    const since = [age(usedAt), age(madeAt)].filter((days) => !Number.isNaN(days));
    const used = !Number.isNaN(age(usedAt));
    return {
      name,
      idleDays: since.length === 0 ? Number.NaN : Math.min(...since),
      used,
      column: used ? usedAt : madeAt,
    };
  };
  const keys = ([1, 2] as const).filter((number) => isTrue(row[`access_key_${number}_active`]));
  return [
    ...(isTrue(row['password_enabled'])
      ? [credential('the password', 'password_last_used', 'password_last_changed')]
      : []),
    ...keys.map((number) =>
      credential(`access key ${number}`, `access_key_${number}_last_used_date`, `access_key_${number}_last_rotated`),
    ),
  ];
}

function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}
