import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What to tell a person of a query that failed. */
export function describeError(error: Error): { readonly title: string; readonly detail: string } {
  if (CombinedGraphQLErrors.is(error))
    return { title: 'The server could not answer', detail: error.errors.map(({ message }) => message).join(' ') };
  if (ServerError.is(error))
    return { title: 'The server could not answer', detail: `It replied with HTTP status ${error.statusCode}.` };
  return {
    title: 'The server cannot be reached',
    detail: 'Is Plumbline still running? The page works again once it is.',
  };
}
