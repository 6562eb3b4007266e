import type { Request, RequestHandler, Response } from 'express';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { OngoingRequests } from '../requests/ongoing-requests.ts';

export interface AnsweredRequest {
  readonly method: string;
  /** Without what follows a question mark. */
  readonly path: string;
  /** `null` where the caller went away before. */
  readonly status: number | null;
}

/** The requests over HTTP that are being answered. */
export class HttpRequests {
  readonly #byAnswer = new WeakMap<Response, OngoingRequest>();
  readonly #all: OngoingRequests;
  readonly #onEnd: (request: OngoingRequest, answered: AnsweredRequest) => void;

  constructor(all: OngoingRequests, onEnd: (request: OngoingRequest, answered: AnsweredRequest) => void) {
    this.#all = all;
    this.#onEnd = onEnd;
  }

  /** Gives each request its id, and the answer with it. */
  readonly begin: RequestHandler = (request, response, next) => {
    const gone = new AbortController();
    const ongoing = this.#all.begin(gone.signal, request.get('x-request-id'));
    this.#byAnswer.set(response, ongoing);
    response.setHeader('x-request-id', ongoing.id);
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
      this.#onEnd(ongoing, answered(request, response));
      this.#all.end(ongoing);
    });
    next();
  };

  /** That which the answer is to. */
  of(response: Response): OngoingRequest {
    const request = this.#byAnswer.get(response);
    if (!request) throw new Error('A request was answered that had not begun.');
    return request;
  }
}

function answered({ method, originalUrl }: Request, response: Response): AnsweredRequest {
  const [path = ''] = originalUrl.split('?');
  return { method, path, status: response.writableFinished ? response.statusCode : null };
}
