import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { AnsweredRequest } from './http-requests.ts';

/** Writes a line for each request. What a query asks for, its variables, is never told. */
export class RequestLog {
  /** A request over HTTP. */
  answered(request: OngoingRequest, { method, path, status }: AnsweredRequest): void {
    this.#tell(request, { method, path, status: status ?? 'gone' });
  }

  /** An operation over a WebSocket. */
  ended(request: OngoingRequest): void {
    this.#tell(request, { method: 'WEBSOCKET', path: '/graphql' });
  }

  #tell(request: OngoingRequest, where: Readonly<Record<string, unknown>>): void {
    const { operation, cost, codes, log, durationMs } = request;
    const line = {
      ...where,
      ...(operation && { operation: operation.name ?? 'anonymous', type: operation.type }),
      ...(cost !== null && { cost }),
      ...(codes.size > 0 && { errors: [...codes] }),
      durationMs: Math.round(durationMs * 10) / 10,
    };
    // Files of the dashboard, and those who only look whether it is there, would fill the log.
    if (where['path'] === '/graphql') log.info(line, 'request');
    else log.debug(line, 'request');
  }
}
