import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createContext, type Parts } from '../context.ts';
import { LIMITS } from '../graphql/limits.ts';
import { makeSchema } from '../schema.ts';
import { answers } from '../store/answers.ts';
import { bodyError } from './body-error.ts';
import { GRACE_MS, graphqlServer } from './graphql-server.ts';
import { serveGraphqlSockets } from './graphql-socket.ts';
import { health } from './health.ts';
import { NOT_OUR_NAME, OwnAddress } from './loopback.ts';
import { securityHeaders } from './security-headers.ts';
import { acceptSockets } from './socket-upgrade.ts';
import { webApp } from './web-app.ts';

export interface HttpServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Takes no more requests, gives those under way a second, and ends subscriptions. */
  stop(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Where the dashboard is built. */
  readonly webDirectory: string;
}

/** @throws what `listen` does, for example `EADDRINUSE` */
export async function serve(parts: Parts, { host, port, webDirectory }: Listening): Promise<HttpServer> {
  const schema = await makeSchema();
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  const address = () => new OwnAddress((server.address() as AddressInfo).port);
  const sockets = acceptSockets(server, '/graphql', address);
  const overSockets = serveGraphqlSockets(schema, sockets, () => createContext(parts));
  const apollo = graphqlServer(schema, server);
  await apollo.start();

  app.use((request, response, next) => {
    if (address().isHost(request.headers.host)) next();
    else response.status(403).type('text').send(NOT_OUR_NAME);
  });
  app.use(securityHeaders);
  app.use(health(() => answers(parts.db)));
  app.use('/graphql', express.json({ limit: LIMITS.maxBodyBytes }));
  app.use('/graphql', expressMiddleware(apollo, { context: async () => createContext(parts) }), bodyError);
  app.use(webApp(webDirectory));

  const stop = async () => {
    const deaf = setTimeout(() => sockets.clients.forEach((client) => client.terminate()), GRACE_MS);
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
