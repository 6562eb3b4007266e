import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface SeenEvent {
  readonly type: string;
  readonly sequence: number;
  readonly progress?: { readonly phase: string };
}

const EVENTS = `subscription ($scan: ID!, $after: Int!) { scanEvents(scan: $scan, after: $after) {
  type: __typename sequence ... on ScanProgressed { progress { phase } } } }`;

/** Asks a product over HTTP and WebSocket, as anyone may. */
export class ProductClient {
  readonly #address: string;

  constructor(port: number) {
    this.#address = `127.0.0.1:${port}/graphql`;
  }

  /** The data; an error throws, and so does a product that does not answer. */
  // What a query asks for is known to who asks.
  // oxlint-disable-next-line typescript/no-explicit-any
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const response = await fetch(`http://${this.#address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Events of a scan after a sequence. Ends when the scan or the connection does: only a `ScanFinished` says which. */
  async *events(scan: string, after: number): AsyncGenerator<SeenEvent> {
    const client = createClient({ url: `ws://${this.#address}`, webSocketImpl: WebSocket, retryAttempts: 0 });
    try {
      for await (const { data } of client.iterate<{ scanEvents: SeenEvent }>({
        query: EVENTS,
        variables: { scan, after },
      }))
        if (data) yield data.scanEvents;
    } catch {
      // The product was killed, or its database: whoever follows goes on after what was seen.
    } finally {
      void client.dispose();
    }
  }
}
