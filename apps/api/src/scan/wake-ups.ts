import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { EVENT_CHANNEL } from './append-events.ts';

/** Who is to be woken. */
interface Sleeper {
  wake(): void;
}

const RECONNECT_MS = 1000;

/** Wakes who follows a scan when something happened in it, in whatever process. While the connection is down, nobody is woken. */
export class WakeUps {
  readonly #sleepers = new Map<string, Set<Sleeper>>();
  readonly #config: ClientConfig;
  readonly #stopped = new AbortController();
  #client: Client | null = null;

  constructor(config: ClientConfig) {
    this.#config = config;
  }

  /** Listens, and goes on listening when the connection breaks. */
  async listen(): Promise<void> {
    const client = new Client(this.#config);
    client.on('notification', ({ payload = '' }) => this.#wake(this.#sleepers.get(payload)));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    client.once('end', () => void this.#relisten());
    this.#client = client;
    if (this.stopped) await client.end();
  }

  add(scanId: string, sleeper: Sleeper): void {
    const sleepers = this.#sleepers.get(scanId) ?? new Set();
    this.#sleepers.set(scanId, sleepers.add(sleeper));
  }

  remove(scanId: string, sleeper: Sleeper): void {
    const sleepers = this.#sleepers.get(scanId);
    sleepers?.delete(sleeper);
    if (sleepers?.size === 0) this.#sleepers.delete(scanId);
  }

  get stopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** Wakes everyone and stops. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    for (const sleepers of this.#sleepers.values()) this.#wake(sleepers);
    await this.#client?.end();
  }

  #wake(sleepers: Iterable<Sleeper> = []): void {
    for (const sleeper of sleepers) sleeper.wake();
  }

  async #relisten(): Promise<void> {
    while (!this.stopped) {
      try {
        await delay(RECONNECT_MS, undefined, { signal: this.#stopped.signal });
        return await this.listen();
      } catch {
        // Who follows a scan polls meanwhile.
      }
    }
  }
}
