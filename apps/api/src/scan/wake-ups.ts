import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { EVENT_CHANNEL } from './append-events.ts';
import type { Follower } from './follower.ts';

const RECONNECT_MS = 1000;

/** Wakes who follows a scan when something happened in it, in whatever process. While the connection is down, nobody is woken. */
export class WakeUps {
  readonly #followers = new Map<string, Set<Follower>>();
  readonly #config: ClientConfig;
  readonly #stopped = new AbortController();
  #client: Client | null = null;

  constructor(config: ClientConfig) {
    this.#config = config;
  }

  /** Listens, and goes on listening when the connection breaks. */
  async listen(): Promise<void> {
    const client = new Client(this.#config);
    client.on('notification', ({ payload = '' }) => this.#wake(this.#followers.get(payload)));
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

  add(scanId: string, follower: Follower): void {
    const followers = this.#followers.get(scanId) ?? new Set();
    this.#followers.set(scanId, followers.add(follower));
  }

  remove(scanId: string, follower: Follower): void {
    const followers = this.#followers.get(scanId);
    followers?.delete(follower);
    if (followers?.size === 0) this.#followers.delete(scanId);
  }

  get stopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** Wakes everyone and stops. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    for (const followers of this.#followers.values()) this.#wake(followers);
    await this.#client?.end();
  }

  #wake(followers: Iterable<Follower> = []): void {
    for (const follower of followers) follower.wake();
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
