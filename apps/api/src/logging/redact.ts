/** Fields that hold a secret whatever is in them, also inside JSON that is itself the text of a field. */
const SECRET_FIELD =
  /(\\*")([^"\\]*(?:authorization|cookie|password|passwd|secret|token|api-?key|access-?key-?id|database_?url)[^"\\]*)\1:\1((?:(?!\1)(?:\\.|[^\\]))*)\1/gi;
/** `user:password@` in the address of a server. */
const PASSWORD_IN_URL = /\b([a-z][a-z+.-]*:\/\/[^\s:/@"\\]*):[^\s@"\\]+@/gi;
const AWS_ACCESS_KEY = /\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{16}\b/g;
const AWS_SECRET = /(aws_(?:secret_access_key|session_token)\\*"?\s*[=:]\s*\\*"?)[^\s"\\]+/gi;
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;

/** A line of the log (JSON) without what nobody may read in a log. It stays JSON. */
export function redacted(line: string): string {
  return line
    .replaceAll(SECRET_FIELD, `$1$2$1:$1[redacted]$1`)
    .replaceAll(PASSWORD_IN_URL, '$1:[redacted]@')
    .replaceAll(AWS_SECRET, '$1[redacted]')
    .replaceAll(AWS_ACCESS_KEY, '[redacted]')
    .replaceAll(BEARER, '$1 [redacted]');
}
