import type { RequestHandler } from 'express';
import { callerError, maskError } from '../graphql/errors.ts';
import type { Log } from '../logging/log.ts';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { HttpRequests } from './http-requests.ts';
import type { Readiness } from './readiness.ts';

/** What comes while the server stops is refused, so that what came before can end. */
export function refuseWhileStopping(readiness: Readiness, requests: HttpRequests): RequestHandler {
  return (_request, response, next) => {
    if (!readiness.isStopping) return next();
    const error = callerError('SHUTTING_DOWN', 'The server is stopping. Try again when it has started again.');
    const shown = maskError(
      { message: error.message, extensions: { code: 'SHUTTING_DOWN' } },
      error,
      requests.of(response),
    );
    response
      .status(503)
      .set('connection', 'close')
      .json({ errors: [shown] });
  };
}

/** Says what was not waited for any longer. */
export function tellBrokenOff(requests: readonly OngoingRequest[], log: Log): void {
  if (requests.length === 0) return;
  const operations = requests.map(({ operation }) => operation?.name ?? 'anonymous');
  log.warn(
    { operations, requestIds: requests.map(({ id }) => id) },
    `Broken off by the stop: ${operations.join(', ')}.`,
  );
}
