/** PostgreSQL's text cannot hold U+0000, which only a caller can have sent. */
export const UNSTORABLE_TEXT = '22021';
/** A statement was cancelled: by its time limit, or because nobody waits for it any more. */
export const TOO_LONG = '57014';

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'];
/** What pg says without a code. */
const BROKEN = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether the database could not be reached, or went away meanwhile. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return UNREACHABLE.includes(code) || code.startsWith('08') || BROKEN.test(error.message);
}
