import { OperationTypeNode } from 'graphql';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { OngoingRequests } from '../requests/ongoing-requests.ts';

interface Operation {
  readonly request: OngoingRequest;
  readonly gone: AbortController;
}

/** The operations that run over WebSockets, by connection and the id that the caller gave the operation. */
export class SocketRequests {
  readonly #bySocket = new WeakMap<object, Map<string, Operation>>();
  readonly #all: OngoingRequests;
  readonly #onEnd: (request: OngoingRequest) => void;

  constructor(all: OngoingRequests, onEnd: (request: OngoingRequest) => void) {
    this.#all = all;
    this.#onEnd = onEnd;
  }

  begin(socket: object, id: string): OngoingRequest {
    const gone = new AbortController();
    const request = this.#all.begin(gone.signal);
    this.#of(socket).set(id, { request, gone });
    return request;
  }

  /** `null` once it has ended. */
  of(socket: object, id: string): OngoingRequest | null {
    return this.#of(socket).get(id)?.request ?? null;
  }

  end(socket: object, id: string): void {
    const operations = this.#of(socket);
    const { request } = operations.get(id) ?? {};
    operations.delete(id);
    if (!request) return;
    this.#onEnd(request);
    this.#all.end(request);
  }

  /** The caller has told that it waits no longer. A subscription ends by itself then. */
  leave(socket: object, id: string): void {
    const { request } = this.#of(socket).get(id) ?? {};
    if (request?.operation?.type !== OperationTypeNode.SUBSCRIPTION) this.#giveUp(socket, id);
  }

  close(socket: object): void {
    for (const id of this.#of(socket).keys()) this.#giveUp(socket, id);
  }

  #giveUp(socket: object, id: string): void {
    this.#of(socket).get(id)?.gone.abort();
    this.end(socket, id);
  }

  #of(socket: object): Map<string, Operation> {
    const operations = this.#bySocket.get(socket) ?? new Map<string, Operation>();
    this.#bySocket.set(socket, operations);
    return operations;
  }
}
