import { OperationTypeNode } from 'graphql';
import type { Log } from '../logging/log.ts';
import { OngoingRequest } from './ongoing-request.ts';

/** All requests that are being answered, over HTTP and over WebSockets. */
export class OngoingRequests {
  readonly #all = new Set<OngoingRequest>();
  readonly #log: Log;
  #onEnd = (): void => {};

  constructor(log: Log) {
    this.#log = log;
  }

  /** @param gone says when the caller waits no longer */
  begin(gone: AbortSignal, givenId?: string): OngoingRequest {
    const request = new OngoingRequest(this.#log, gone, givenId);
    this.#all.add(request);
    return request;
  }

  end(request: OngoingRequest): void {
    this.#all.delete(request);
    this.#onEnd();
  }

  /** Waits for those that come to an end by themselves. Gives those that have not, after so many milliseconds. */
  async ended(withinMs: number): Promise<readonly OngoingRequest[]> {
    const left = () => [...this.#all].filter(({ operation }) => operation?.type !== OperationTypeNode.SUBSCRIPTION);
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, withinMs);
      this.#onEnd = () => {
        if (left().length > 0) return;
        clearTimeout(late);
        resolve();
      };
      this.#onEnd();
    });
    return left();
  }
}
