import type { OngoingRequest } from '../requests/ongoing-request.ts';

export type NewRequest = (gone: AbortSignal) => OngoingRequest;

interface Connection {
  readonly closed: AbortController;
  readonly operations: Map<string, OngoingRequest>;
}

/** The operations that run over WebSockets, by what stands for the connection and the id that the caller gave the operation. */
export class SocketRequests {
  readonly #connections = new WeakMap<object, Connection>();
  readonly #newRequest: NewRequest;
  readonly #onEnd: (request: OngoingRequest) => void;

  constructor(newRequest: NewRequest, onEnd: (request: OngoingRequest) => void) {
    this.#newRequest = newRequest;
    this.#onEnd = onEnd;
  }

  begin(socket: object, id: string): OngoingRequest {
    const connection = this.#of(socket);
    const request = this.#newRequest(connection.closed.signal);
    connection.operations.set(id, request);
    return request;
  }

  /** The operation; of one that has ended, a stand-in. */
  of(socket: object, id: string): OngoingRequest {
    const connection = this.#of(socket);
    return connection.operations.get(id) ?? this.#newRequest(connection.closed.signal);
  }

  end(socket: object, id: string): void {
    const { operations } = this.#of(socket);
    const request = operations.get(id);
    operations.delete(id);
    if (request) this.#onEnd(request);
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
