import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';

export interface Installation {
  readonly url: string;
  /** What the server reads its settings from. */
  readonly env: Record<string, string>;
}

/**
 * A place for a server of its own: a free port, and a new data directory that goes when the tests end.
 * Playwright reads its configuration in each worker too; they find the first one's choice in the environment.
 */
export async function installation(name: string, settings: Record<string, string>): Promise<Installation> {
  const port = (process.env[`PLUMBLINE_E2E_PORT_${name}`] ??= String(await freePort()));
  const scratch = (process.env[`PLUMBLINE_E2E_SCRATCH_${name}`] ??= newScratch());
  return {
    url: `http://127.0.0.1:${port}`,
    env: {
      DATABASE_URL: '', // whatever the caller works with: these tests have a database of their own
      HOST: '127.0.0.1',
      PORT: port,
      PLUMBLINE_DATA: path.join(scratch, 'data'),
      PLUMBLINE_LOG: 'warn',
      PLUMBLINE_SNAPSHOTS: path.join(import.meta.dirname, 'snapshots'),
      ...settings,
    },
  };
}

function newScratch(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'plumbline-e2e-'));
  chmodSync(directory, 0o755); // PostgreSQL, which does not run as root, must reach its data in it
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
