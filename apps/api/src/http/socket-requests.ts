import type { OngoingRequest } from '../requests/ongoing-request.ts';
import type { OngoingRequests } from '../requests/ongoing-requests.ts';

interface Connection {
  readonly closed: AbortController;
  readonly operations: Map<string, OngoingRequest>;
}

/** The operations that run over WebSockets, by what stands for the connection and the id that the caller gave the operation. */
export class SocketRequests {
  readonly #connections = new WeakMap<object, Connection>();
  readonly #all: OngoingRequests;
  readonly #onEnd: (request: OngoingRequest) => void;

  constructor(all: OngoingRequests, onEnd: (request: OngoingRequest) => void) {
    this.#all = all;
    this.#onEnd = onEnd;
  }

  begin(socket: object, id: string): OngoingRequest {
    const connection = this.#of(socket);
    const request = this.#all.begin(connection.closed.signal);
    connection.operations.set(id, request);
    return request;
  }

  /** `null` once it has ended. */
  of(socket: object, id: string): OngoingRequest | null {
    return this.#of(socket).operations.get(id) ?? null;
  }

  end(socket: object, id: string): void {
    const { operations } = this.#of(socket);
    const request = operations.get(id);
    operations.delete(id);
    if (!request) return;
    this.#onEnd(request);
    this.#all.end(request);
  }

  close(socket: object): void {
    const { closed, operations } = this.#of(socket);
    closed.abort();
    for (const id of operations.keys()) this.end(socket, id);
  }

  #of(socket: object): Connection {
    const connection = this.#connections.get(socket) ?? { closed: new AbortController(), operations: new Map() };
    this.#connections.set(socket, connection);
    return connection;
  }
}
