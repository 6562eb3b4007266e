import type { ErrorRequestHandler } from 'express';
import { maskError } from '../graphql/errors.ts';

/** What Express's parser of bodies throws. */
interface BodyError {
  readonly status: number;
  readonly type: string;
  readonly limit?: number;
  readonly length?: number;
}

/** Answers a request whose body could not be read as GraphQL answers. */
export const bodyError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const refused = isBodyError(error)
    ? { status: error.status, error: { message: messageOf(error), extensions: { code: 'BAD_REQUEST' } } }
    : { status: 500, error: maskError({ message: '' }, error) };
  response.status(refused.status).json({ errors: [refused.error] });
};

function isBodyError(error: unknown): error is BodyError {
  return error instanceof Error && 'type' in error && 'status' in error;
}

function messageOf({ type, limit, length }: BodyError): string {
  if (type === 'entity.too.large') return `Body limit of ${limit} bytes exceeded, found ${length ?? 'more'}.`;
  if (type === 'entity.parse.failed') return 'The body is not JSON.';
  return 'The body cannot be read: send JSON in UTF-8.';
}
