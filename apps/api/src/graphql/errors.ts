import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What the caller did wrong, said to the caller: with a code, and status 400 where nothing else is answered. */
export function callerError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

export function badUserInput(message: string): GraphQLError {
  return callerError('BAD_USER_INPUT', message);
}

/**
 * An error as the caller may see it. What is not the caller's doing is masked: it goes to stderr under an id, and the caller
 * is told the id.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (isUnstorableText(cause))
    return { message: 'A text holds a null character.', ...place, extensions: { code: 'BAD_USER_INPUT' } };
  if ((extensions?.['code'] ?? INTERNAL) !== INTERNAL) return formatted;
  const requestId = randomUUID();
  console.error(`Internal server error ${requestId}:`, cause);
  return {
    message: `Something went wrong in the server. Its log has more under ${requestId}.`,
    ...place,
    extensions: { code: INTERNAL, requestId },
  };
}

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** PostgreSQL's text cannot hold U+0000, which only a caller can have sent. */
function isUnstorableText(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '22021';
}
