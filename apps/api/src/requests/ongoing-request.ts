import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { OperationTypeNode } from 'graphql';
import type { Log } from '../logging/log.ts';

/** What a GraphQL operation turned out to be, once it was found to be valid. */
export interface RequestedOperation {
  readonly name: string | null;
  readonly type: OperationTypeNode;
}

const SAFE_ID = /^[\w.-]{1,64}$/;

/** One request, over HTTP, or one operation over a WebSocket, from its arrival to its answer. */
export class OngoingRequest {
  readonly id: string;
  readonly log: Log;
  readonly #arrived = performance.now();
  readonly #gone: AbortSignal;
  #signal: AbortSignal | null = null;
  operation: RequestedOperation | null = null;
  cost: number | null = null;
  /** Codes of the errors in its answer. */
  readonly codes = new Set<string>();

  /**
   * @param gone says when the caller waits no longer
   * @param givenId what the caller calls it; another is made up where that is not fit for a log or a header
   */
  constructor(log: Log, gone: AbortSignal, givenId?: string) {
    this.id = givenId !== undefined && SAFE_ID.test(givenId) ? givenId : randomUUID();
    this.log = log.child({ requestId: this.id });
    this.#gone = gone;
  }

  get durationMs(): number {
    return performance.now() - this.#arrived;
  }

  /** Gives up what is still to be read for it after so long, or when its caller has gone. Only for what changes nothing. */
  giveUpAfter(milliseconds: number): void {
    this.#signal = AbortSignal.any([this.#gone, AbortSignal.timeout(milliseconds)]);
  }

  /** Says when work for it is in vain; `null` when it is to be brought to its end. */
  get signal(): AbortSignal | null {
    return this.#signal;
  }

  /** Says when the caller waits no longer, whatever is to become of the work. */
  get gone(): AbortSignal {
    return this.#gone;
  }

  get isCallerGone(): boolean {
    return this.#gone.aborted;
  }
}

const requests = new AsyncLocalStorage<OngoingRequest>();

/** Everything that `act` does, and what that waits for, is done for the request. */
export function actFor<Result>(request: OngoingRequest, act: () => Result): Result {
  return requests.run(request, act);
}

export function currentRequest(): OngoingRequest | undefined {
  return requests.getStore();
}
