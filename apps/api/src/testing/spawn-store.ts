import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { stopServer } from '../store/embedded/start-server.ts';
import { COMPILED } from './compiled.ts';

export interface StoreProcess {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, once it has ended; `null`: it was killed. */
  readonly ended: Promise<number | null>;
  /** `open`, or what it says on its end. */
  readonly said: Promise<string>;
}

/** A process of its own that opens the store in a data directory. It and its database end with the test. */
export function spawnStore(
  data: string,
  { env = {}, user }: { env?: Record<string, string>; user?: { uid: number; gid: number } } = {},
): StoreProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold-store.ts', import.meta.url))], {
    env: { PLUMBLINE_DATA: data, ...COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let output = '';
  const opened = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      if (output.includes('open\n')) resolve('open');
    });
  });
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await stopServer(`${data}/postgres`);
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => child.kill(signal),
    ended,
    said: Promise.race([opened, ended.then(() => output.trim())]),
  };
}
