import type { Metrics } from '../metrics/metrics.ts';
import { OperationNames } from '../metrics/operation-names.ts';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { AnsweredRequest } from './http-requests.ts';

/** Writes a line for each request, and measures it. What a query asks for, its variables, is never told. */
export class RequestLog {
  readonly #metrics: Metrics;
  readonly #names = new OperationNames();

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  /** A request over HTTP. */
  answered(request: OngoingRequest, { method, path, status }: AnsweredRequest): void {
    this.#tell(request, { method, path, status: status ?? 'gone' });
  }

  /** An operation over a WebSocket. */
  ended(request: OngoingRequest): void {
    this.#tell(request, { method: 'WEBSOCKET', path: '/graphql', ...(request.isCallerGone && { status: 'gone' }) });
  }

  #tell(request: OngoingRequest, where: Readonly<Record<string, unknown>>): void {
    const { operation, cost, codes, log, durationMs } = request;
    if (operation) {
      const labels = {
        operation: this.#names.label(operation.name),
        type: operation.type,
        outcome: outcomeOf(request),
      };
      this.#metrics.requests.observe(labels, durationMs / 1000);
    }
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

function outcomeOf({ codes, isCallerGone }: OngoingRequest): string {
  if (codes.has('INTERNAL_SERVER_ERROR') || codes.has('DATABASE_UNAVAILABLE')) return 'error';
  if (codes.has('TIMEOUT')) return isCallerGone ? 'gone' : 'timeout';
  if (codes.size > 0) return 'refused';
  return isCallerGone ? 'gone' : 'ok';
}
