import { errorCode, type SourceFault } from '../source-error.ts';

/** What S3, the SDK or the network said, for someone who wants the object. */
export function s3Fault(error: unknown): SourceFault {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const known = FAULTS[name];
  if (known) return known;
  if (name === 'AccessDenied' || name === 'Forbidden') return denied(message);
  if (message === 'Region is missing') return NO_REGION;
  if (message.startsWith('Checksum mismatch')) return DAMAGED;
  const status = statusOf(error);
  if (status !== undefined) return unexpected(`HTTP ${status}, ${name}`);
  const code = name === 'TimeoutError' ? 'timeout' : errorCode(error);
  return code === undefined ? unexpected(name) : unreachable(code);
}

const CREDENTIALS = 'Set them as for the AWS CLI: environment variables, AWS_PROFILE, or the role of the machine.';
const REFUSED: SourceFault = { code: 'DENIED', what: 'AWS does not accept the credentials', hint: CREDENTIALS };
const EXPIRED: SourceFault = {
  code: 'DENIED',
  what: 'the AWS credentials have expired',
  hint: 'Get new ones, for example with `aws sso login`, and start again if they were given as environment variables.',
};
const NO_CREDENTIALS: SourceFault = {
  code: 'DENIED',
  what: 'there are no AWS credentials, or none that are still valid',
  hint: `${CREDENTIALS} After \`aws sso login\` a profile of AWS SSO has them.`,
};
const NO_REGION: SourceFault = {
  code: 'UNREACHABLE',
  what: 'no AWS region is set',
  hint: 'Set AWS_REGION, or a region in the profile. It need not be the one of the bucket.',
};
const DAMAGED: SourceFault = {
  code: 'UNREADABLE',
  what: 'what came is not what is stored (its checksum is wrong)',
  hint: 'Try again; if it stays so, upload it again.',
};

const FAULTS: Readonly<Record<string, SourceFault>> = {
  NoSuchBucket: { code: 'NOT_FOUND', what: 'there is no such bucket', hint: 'Check the name of the bucket.' },
  NoSuchKey: {
    code: 'NOT_FOUND',
    what: 'there is no such object in the bucket',
    hint: 'Check the key: all that follows the name of the bucket, small and capital letters told apart.',
  },
  PreconditionFailed: {
    code: 'CHANGED',
    what: 'the object is no longer what it was when it was first opened',
    hint: 'Try again when it is no longer written to.',
  },
  InvalidObjectState: {
    code: 'UNREADABLE',
    what: 'the object is archived',
    hint: 'Restore it first, or copy it into another storage class.',
  },
  CredentialsProviderError: NO_CREDENTIALS,
  TokenProviderError: NO_CREDENTIALS,
  InvalidAccessKeyId: REFUSED,
  SignatureDoesNotMatch: REFUSED,
  InvalidToken: REFUSED,
  ExpiredToken: EXPIRED,
  TokenRefreshRequired: EXPIRED,
  RequestTimeTooSkewed: {
    code: 'DENIED',
    what: 'the clock of this machine is too far from the time of AWS',
    hint: 'Set the clock right.',
  },
};

function denied(message: string): SourceFault {
  return {
    code: 'DENIED',
    // Within an account AWS names the user or role and the action that is not allowed, else it says only "Access Denied".
    what: `access is denied${/authorized/.test(message) ? ` (${message.replaceAll(/\s+/g, ' ').slice(0, 300)})` : ''}`,
    hint:
      'Allow s3:GetObject on the object, and kms:Decrypt on its key if it is encrypted with one of KMS. An object that does not exist is ' +
      'denied as well, unless s3:ListBucket on the bucket is allowed.',
  };
}

function unreachable(code: string): SourceFault {
  return {
    code: 'UNREACHABLE',
    what: `S3 cannot be reached, or the connection broke (${code})`,
    hint: 'Check the network, the region, and AWS_ENDPOINT_URL if it is set.',
  };
}

function unexpected(what: string): SourceFault {
  return {
    code: 'UNREADABLE',
    what: `S3 did not give the object (${what})`,
    hint: 'Try again; check AWS_ENDPOINT_URL if it is set.',
  };
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
