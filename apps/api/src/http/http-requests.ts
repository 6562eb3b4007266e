import type { Request, RequestHandler, Response } from 'express';
import type { Log } from '../logging/log.ts';
import { OngoingRequest } from '../requests/ongoing-request.ts';

export interface AnsweredRequest {
  readonly method: string;
  /** Without what follows a question mark. */
  readonly path: string;
  /** `null` where the caller went away before. */
  readonly status: number | null;
}

/** The requests over HTTP that are being answered. */
export class HttpRequests {
  readonly #ongoing = new Map<Response, OngoingRequest>();
  readonly #log: Log;
  readonly #onEnd: (request: OngoingRequest, answered: AnsweredRequest) => void;

  constructor(log: Log, onEnd: (request: OngoingRequest, answered: AnsweredRequest) => void) {
    this.#log = log;
    this.#onEnd = onEnd;
  }

  /** Gives each request its id, and the answer with it. */
  readonly begin: RequestHandler = (request, response, next) => {
    const gone = new AbortController();
    const ongoing = new OngoingRequest(this.#log, gone.signal, request.get('x-request-id'));
    this.#ongoing.set(response, ongoing);
    response.setHeader('x-request-id', ongoing.id);
    response.once('close', () => {
      this.#ongoing.delete(response);
      if (!response.writableFinished) gone.abort();
      this.#onEnd(ongoing, answered(request, response));
    });
    next();
  };

  /** That which the answer is to. */
  of(response: Response): OngoingRequest {
    return this.#ongoing.get(response) ?? new OngoingRequest(this.#log, AbortSignal.abort());
  }

  get all(): readonly OngoingRequest[] {
    return [...this.#ongoing.values()];
  }
}

function answered({ method, originalUrl }: Request, response: Response): AnsweredRequest {
  const [path = ''] = originalUrl.split('?');
  return { method, path, status: response.writableFinished ? response.statusCode : null };
}
