import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { processMemory } from './process-memory.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PROBE = fileURLToPath(new URL('event-loop-probe.ts', import.meta.url));
const PORT = 4719;
/** As `npm start` has them. */
const HEAP = '--heap-growing-percent=30';
const CACHE = path.join(tmpdir(), 'plumbline-bench', 'compile-cache');

/** For how late the event loop is: where it is told, at SIGUSR2. */
export interface Probe {
  readonly file: string;
  readonly snapshots: string;
}

/** The built product in a process of its own, without the demo account, as `npm start` runs it. */
export class Product {
  /** From the start of the process to its ready line, in milliseconds. */
  readonly startMs: number;
  readonly #child: ReturnType<typeof spawn>;

  private constructor(child: ReturnType<typeof spawn>, startMs: number) {
    this.#child = child;
    this.startMs = startMs;
  }

  /** @param data the data directory; snapshots are read from `data/snapshots` */
  static async start(data: string, probe?: Probe): Promise<Product> {
    const began = performance.now();
    const env = {
      ...process.env,
      PLUMBLINE_DEMO: 'off',
      PLUMBLINE_DATA: data,
      PORT: String(PORT),
      NODE_COMPILE_CACHE: CACHE,
    };
    const probed = probe && { PLUMBLINE_EVENT_LOOP: probe.file, PLUMBLINE_SNAPSHOTS: probe.snapshots };
    const program = [HEAP, ...(probe ? ['--import', PROBE] : []), MAIN];
    const child = spawn(process.execPath, program, {
      env: { ...env, ...probed },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Plumbline is ready')) resolve();
      });
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The product ended with ${String(code)} before it was ready:\n${output}`);
    });
    await Promise.race([ready, ended]);
    ended.catch(() => {});
    return new Product(child, performance.now() - began);
  }

  /** The data of a GraphQL answer. @throws where it has errors */
  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The most memory that Node had, and the database has now, in MB. */
  memory() {
    return processMemory(this.#child.pid ?? 0);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
