import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { stopServer } from '../store/embedded/start-server.ts';
import { COMPILED } from './compiled.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface ProductProcess {
  kill(signal: NodeJS.Signals): void;
  /** What a terminal does at Ctrl-C: SIGINT to the whole process group. */
  pressCtrlC(): void;
  /** What it wrote, once it is ready or has ended. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** The built product in a process of its own, without the demo account. It and its database end with the test. */
export function spawnProduct(data: string, env: Record<string, string>): ProductProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PLUMBLINE_DEMO: 'off', PLUMBLINE_DATA: data, ...COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
      if (stdout.includes('Plumbline is ready')) resolve();
    });
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await stopServer(`${data}/postgres`);
  });
  return {
    kill: (signal) => child.kill(signal),
    pressCtrlC: () => process.kill(-(child.pid ?? 0), 'SIGINT'),
    ready: Promise.race([ready, ended]).then(() => stdout + stderr),
    ended,
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
