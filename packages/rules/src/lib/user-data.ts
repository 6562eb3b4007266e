import type { Redacted, UserData } from '@plumbline/model';
import { pointer } from '../kernel/json-pointer.ts';
import { nonEmpty, pass, type Outcome } from '../kernel/outcome.ts';
import { listed } from './listed.ts';

/** Fails with the secrets that were cut out of user data where it was read. */
export function judgeUserData(userData: UserData | null): Outcome {
  if (!userData?.some(isRedacted)) return pass;
  const secrets = userData.flatMap((part, index) => (isRedacted(part) ? [{ kind: part.redacted, index }] : []));
  const evidence = nonEmpty(
    secrets.map(({ index }) => ({ pointer: pointer('userData', index, 'redacted'), expected: 'is no secret' })),
  );
  if (!evidence) return pass;
  const kinds = [...new Set(secrets.map(({ kind }) => kind))];
  return {
    status: 'fail',
    message: `The user data has ${secrets.length === 1 ? 'what looks like a secret' : `${secrets.length} strings that look like secrets`}: ${listed(kinds)}.`,
    evidence,
  };
}

function isRedacted(part: string | Redacted): part is Redacted {
  return typeof part !== 'string';
}

/** What user data says, decoded, where all is well. */
export const NO_SECRETS =
  'The text, the decoded `UserData`, holds no password, access key, token or private key. Without user data there is no text.';
