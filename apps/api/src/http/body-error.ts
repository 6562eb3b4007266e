import type { ErrorRequestHandler } from 'express';
import { callerError, maskError } from '../graphql/errors.ts';
import type { HttpRequests } from './http-requests.ts';

/** What Express's parser of bodies throws. */
interface BodyError {
  readonly status: number;
  readonly type: string;
  readonly limit?: number;
  readonly length?: number;
}

/** Answers a request whose body could not be read as GraphQL answers. */
export function bodyError(requests: HttpRequests): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const refused = isBodyError(error)
      ? { status: error.status, error: callerError('BAD_REQUEST', messageOf(error)), code: 'BAD_REQUEST' }
      : { status: 500, error, code: undefined };
    const message = refused.error instanceof Error ? refused.error.message : '';
    const shown = maskError({ message, extensions: { code: refused.code } }, refused.error, requests.of(response));
    response.status(refused.status).json({ errors: [shown] });
  };
}

function isBodyError(error: unknown): error is BodyError {
  return error instanceof Error && 'type' in error && 'status' in error;
}

function messageOf({ type, limit, length }: BodyError): string {
  if (type === 'entity.too.large') return `Body limit of ${limit} bytes exceeded, found ${length ?? 'more'}.`;
  if (type === 'entity.parse.failed') return 'The body is not JSON.';
  return 'The body cannot be read: send JSON in UTF-8.';
}

/** Answers a request for anything but GraphQL that could not be answered. */
export function otherError(requests: HttpRequests): ErrorRequestHandler {
  return (error: { readonly status?: number }, _request, response, _next) => {
    const request = requests.of(response);
    const callers = error.status !== undefined && error.status >= 400 && error.status < 500;
    if (!callers) request.log.error({ err: error }, 'Something went wrong while a request was answered.');
    const message = callers
      ? 'This address cannot be read.\n'
      : `Something went wrong in the server. Its log has more under ${request.id}.\n`;
    response
      .status(callers ? (error.status ?? 400) : 500)
      .type('text')
      .send(message);
  };
}
