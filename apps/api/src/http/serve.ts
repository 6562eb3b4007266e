import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createContext, type Parts } from '../context.ts';
import { LIMITS } from '../graphql/limits.ts';
import type { Log } from '../logging/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { actFor, currentRequest, OngoingRequest } from '../requests/ongoing-request.ts';
import { OngoingRequests } from '../requests/ongoing-requests.ts';
import { makeSchema } from '../schema.ts';
import { bodyError, otherError } from './body-error.ts';
import { graphqlServer } from './graphql-server.ts';
import { serveGraphqlSockets } from './graphql-socket.ts';
import { health } from './health.ts';
import { metricsPage } from './metrics-page.ts';
import { Readiness, type Check } from './readiness.ts';
import { refuseWhileStopping, tellBrokenOff } from './stopping.ts';
import { HttpRequests } from './http-requests.ts';
import { NOT_OUR_NAME, NOT_OUR_PAGE, OwnAddress } from './loopback.ts';
import { RequestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { acceptSockets } from './socket-upgrade.ts';
import { TIMEOUTS } from './timeouts.ts';
import { webApp } from './web-app.ts';

export interface HttpServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Takes no more requests, gives those under way some time, and ends subscriptions. */
  stop(): Promise<void>;
}

export interface Serving {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Where the dashboard is built. */
  readonly webDirectory: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What has to be so for `/readyz`. */
  readonly checks: readonly Check[];
  readonly timeouts?: typeof TIMEOUTS;
}

/** How long a caller may take to notice that the connection is being closed. */
const DEAF_MS = 1000;

/** @throws what `listen` does, for example `EADDRINUSE` */
export async function serve(parts: Parts, serving: Serving): Promise<HttpServer> {
  const { host, port, webDirectory, log, metrics, checks, timeouts = TIMEOUTS } = serving;
  const schema = await makeSchema();
  const app = express().disable('x-powered-by');
  const server = createServer(
    {
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: timeouts.headers / 2,
    },
    app,
  ).setTimeout(timeouts.idle);
  const address = () => new OwnAddress((server.address() as AddressInfo).port);
  const requestLog = new RequestLog(metrics);
  const readiness = new Readiness(checks);
  const ongoing = new OngoingRequests(log);
  const requests = new HttpRequests(ongoing, (request, answered) => requestLog.answered(request, answered));
  const sockets = acceptSockets(server, '/graphql', address);
  const overSockets = serveGraphqlSockets(schema, sockets, {
    newContext: () => createContext(parts),
    ongoing,
    onEnd: (request) => requestLog.ended(request),
    queryMs: timeouts.query,
  });
  const requestOf = () => currentRequest() ?? new OngoingRequest(log, AbortSignal.abort());
  const apollo = graphqlServer(schema, { server, queryMs: timeouts.query, closeMs: DEAF_MS, requestOf });
  await apollo.start();
  const graphql = expressMiddleware(apollo, { context: async () => createContext(parts) });

  app.use(requests.begin);
  app.use((request, response, next) => {
    if (address().isHost(request.headers.host)) next();
    else response.status(403).type('text').send(NOT_OUR_NAME);
  });
  app.use(securityHeaders);
  app.use('/graphql', (request, response, next) => {
    if (address().isOrigin(request.headers.origin)) next();
    else response.status(403).type('text').send(NOT_OUR_PAGE);
  });
  app.use(health(readiness));
  app.use(metricsPage(metrics));
  app.use('/graphql', refuseWhileStopping(readiness, requests));
  app.use('/graphql', express.json({ limit: LIMITS.maxBodyBytes }));
  app.use('/graphql', (request, response, next) =>
    actFor(requests.of(response), () => graphql(request, response, next)),
  );
  app.use('/graphql', bodyError(requests));
  app.use(webApp(webDirectory));
  app.use(otherError(requests));

  const stop = async () => {
    readiness.stop();
    tellBrokenOff(await ongoing.ended(timeouts.grace), log);
    const deaf = setTimeout(() => sockets.clients.forEach((client) => client.terminate()), DEAF_MS);
    await Promise.all([overSockets.dispose(), apollo.stop()]);
    clearTimeout(deaf);
  };
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(server, host), stop };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
