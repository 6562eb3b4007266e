import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import { isDatabaseAway } from '../store/database-away.ts';
import { CANCELLED, UNSTORABLE_TEXT } from '../store/database-error.ts';

/** What the caller did wrong, said to the caller: with a code, and status 400 where nothing else is answered. */
export function callerError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

export function badUserInput(message: string): GraphQLError {
  return callerError('BAD_USER_INPUT', message);
}

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/**
 * An error as the caller may see it, with a code and the id of the request. What is not the caller's doing is masked: the log has it under
 * that id.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: OngoingRequest,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = told(formatted, error, request);
  request.codes.add(String(extensions['code']));
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...extensions, requestId: request.id },
  };
}

interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

function told({ message, extensions }: GraphQLFormattedError, error: unknown, request: OngoingRequest): Told {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === UNSTORABLE_TEXT) return as('BAD_USER_INPUT', 'A text holds a null character.');
  if (message === GIVEN_UP && extensions) return { message: TOO_OFTEN, extensions };
  if (extensions !== undefined && (extensions['code'] ?? INTERNAL) !== INTERNAL) return { message, extensions };
  if (code === CANCELLED || (cause !== null && cause === request.signal?.reason)) return as('TIMEOUT', TOOK_TOO_LONG);
  request.log.error({ err: cause }, 'Something went wrong while a request was answered.');
  if (isDatabaseAway(cause))
    return as('DATABASE_UNAVAILABLE', 'The database does not answer just now. Try again in a moment.');
  return as(INTERNAL, `Something went wrong in the server. Its log has more under ${request.id}.`);
}

/** What graphql says of a document in which it would have to compare too many fields with each other. */
const GIVEN_UP = 'Validation aborted.';
const TOO_OFTEN = 'The operation names the same fields too many times to be checked. Name each of them once.';

const TOOK_TOO_LONG =
  'This took too long and was stopped, in the database too. Ask for less at once: a smaller page (first), fewer facets, or a narrower filter.';

function as(code: string, message: string): Told {
  return { message, extensions: { code } };
}
