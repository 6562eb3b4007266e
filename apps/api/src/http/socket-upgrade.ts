import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { LIMITS } from '../graphql/limits.ts';
import type { OwnAddress } from './loopback.ts';

/** WebSockets on a path of the server. Browsers let any page open one, so the page's origin is looked at. */
export function acceptSockets(server: Server, path: string, address: () => OwnAddress): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.maxBodyBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const { host, origin } = request.headers;
    if (!address().isHost(host) || !address().isOrigin(origin)) refuse(socket, '403 Forbidden');
    else if (request.url?.split('?')[0] !== path) refuse(socket, '404 Not Found');
    else sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open, request));
  });
  return sockets;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
