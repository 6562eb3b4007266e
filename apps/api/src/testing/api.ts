import { createClient } from 'graphql-ws';
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import { WebSocket } from 'ws';
import type { Parts } from '../context.ts';
import { serve, type Serving } from '../http/serve.ts';
import { WEB_DIRECTORY } from '../http/web-app.ts';
import { Metrics } from '../metrics/metrics.ts';
import { AccountRemovals } from '../removal/account-removals.ts';
import { readHeader } from '../scan/read-header.ts';
import type { ScanRunner } from '../scan/scan-runner.ts';
import { databaseProblem } from '../store/store-checks.ts';
import { SILENT } from './log.ts';
import { testCatalogue } from './rows.ts';

export interface Answer {
  readonly status: number;
  // What a query asks for is known to the test that asks.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

type Given = Partial<Parts> & { readonly serving?: Partial<Serving> };

/** A server on a free port, stopped after the test, or after the file's tests. Without a runner nothing can be scanned. */
export async function testApi({ db, serving, ...given }: Pick<Parts, 'db'> & Given) {
  const snapshotDirectory = given.snapshotDirectory ?? '/nowhere';
  const parts: Parts = {
    db,
    scans: NO_SCANS,
    removals: new AccountRemovals(db, SILENT),
    catalogue: testCatalogue(),
    readHeader: (snapshot) => readHeader(snapshot, { directory: snapshotDirectory }),
    snapshotDirectory,
    ...given,
  };
  const server = await serve(parts, {
    host: '127.0.0.1',
    port: 0,
    webDirectory: WEB_DIRECTORY,
    log: SILENT,
    metrics: new Metrics(),
    checks: [() => databaseProblem(db)],
    ...serving,
  });
  if (TestRunner.getCurrentTest()) onTestFinished(() => server.stop());
  else afterAll(() => server.stop());
  const send = (body: unknown, headers: Record<string, string> = {}, signal: AbortSignal | null = null) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal,
    });
  const post = async (body: unknown): Promise<Answer> => {
    const response = await send(body);
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  /** The data; an answer with errors fails the test. */
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer['data']> => {
    const answer = await post({ query, variables });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  /** Every result of a subscription, once it has ended; only so many where the connection is to break then. */
  const follow = async (query: string, variables: Record<string, unknown> = {}, atMost = Infinity) => {
    const client = createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const results = [];
    for await (const result of client.iterate({ query, variables })) if (results.push(result) === atMost) break;
    await client.dispose();
    return results;
  };
  return { url: server.url, send, post, ask, follow };
}

/** Nothing is scanned. */
export const NO_SCANS: ScanRunner = {
  start: () => Promise.reject(new Error('no scans here')),
  cancel: async () => false,
  finished: async () => true,
  async *events() {},
  stop: async () => undefined,
};
