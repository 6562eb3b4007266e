import { setTimeout as delay } from 'node:timers/promises';

/** Why something that requests need is not there; `null` when it is. */
export type Check = () => Promise<string | null>;

const LONGEST_MS = 2000;

/** Whether requests would be answered. */
export class Readiness {
  readonly #checks: readonly Check[];
  #stopping = false;

  constructor(checks: readonly Check[]) {
    this.#checks = checks;
  }

  stop(): void {
    this.#stopping = true;
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** `null`: it is ready. */
  async reason(): Promise<string | null> {
    if (this.#stopping) return 'The server is stopping.';
    const done = new AbortController();
    const late = delay(LONGEST_MS, `The database does not answer within ${LONGEST_MS / 1000} seconds.`, {
      signal: done.signal,
      ref: false,
    });
    const reasons = Promise.all(this.#checks.map((check) => check()));
    const first = reasons.then((all) => all.find((reason) => reason !== null) ?? null);
    try {
      return await Promise.race([first, late]);
    } finally {
      late.catch(() => {});
      done.abort();
    }
  }
}
