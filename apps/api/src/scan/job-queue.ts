import type { Transaction } from 'kysely';
import { fromKysely, PgBoss, type Job } from 'pg-boss';
import type { PoolConfig } from 'pg';
import type { Tables } from '../store/tables.ts';
import type { ScanPart } from './end-scan.ts';

const QUEUE = 'scan';
/** Where jobs come that failed too often. */
const LOST = 'scan-lost';
const RETRIES = 3;

/** How often a job is tried in all. */
export const ATTEMPTS = RETRIES + 1;

export interface QueueWork {
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly abandoned: readonly ScanPart[];
  readonly handle: (part: ScanPart, signal: AbortSignal) => Promise<void>;
  readonly onLost: (part: ScanPart) => Promise<void>;
}

/** The queue of scan jobs, one for each part of a scan. */
export class JobQueue {
  readonly #boss: PgBoss;
  #stopped = false;

  constructor(connection: PoolConfig, onError: (error: Error) => void) {
    this.#boss = new PgBoss({
      ...connection,
      application_name: 'plumbline jobs',
      max: 4,
      useListenNotify: true,
      schedule: false,
      registerInstance: false,
      openTelemetry: { enabled: false },
      // A dead worker is noticed this long, at most, after its heartbeat has run out.
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
    });
    this.#boss.on('error', (error) => {
      if (!this.#stopped) onError(error);
    });
  }

  /**
   * Starts to work. A handler that throws is called again, later and not more than `ATTEMPTS` times; then `onLost` is.
   * @param abandoned parts whose jobs nobody is at any more: they need not wait until their heartbeat has run out
   */
  async start({ concurrency, abandoned, handle, onLost }: QueueWork): Promise<void> {
    await this.#boss.start();
    await this.#boss.createQueue(LOST, { notify: true });
    await this.#boss.createQueue(QUEUE, {
      // With the account as its key: of an account's jobs one at most is active, the others wait.
      policy: 'singleton',
      deadLetter: LOST,
      heartbeatSeconds: 10,
      expireInSeconds: 23 * 3600,
      retryLimit: RETRIES,
      retryDelay: 1,
      retryBackoff: true,
      notify: true,
    });
    await this.#release(abandoned);
    const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
    await this.#boss.work(
      QUEUE,
      { ...polling, localConcurrency: concurrency, heartbeatRefreshSeconds: 2 },
      async ([job]: Job<ScanPart>[]) => job && handle(job.data, job.signal),
    );
    await this.#boss.work(LOST, polling, async ([job]: Job<ScanPart>[]) => job && onLost(job.data));
  }

  async #release(parts: readonly ScanPart[]): Promise<void> {
    for (const part of parts) {
      const jobs = await this.#boss.findJobs(QUEUE, { data: part });
      const active = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
      if (active.length > 0) await this.#boss.fail(QUEUE, active, { message: 'Its process ended.' });
    }
  }

  /** Adds jobs, to be seen when the transaction is committed. */
  async add(trx: Transaction<Tables>, parts: readonly ScanPart[]): Promise<void> {
    const jobs = parts.map((part) => ({ data: part, singletonKey: part.accountId }));
    await this.#boss.insert(QUEUE, jobs, { db: fromKysely(trx) });
  }

  /** Takes no more jobs and waits for those at work, at most `timeoutMs`. */
  async stop(timeoutMs: number): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: timeoutMs });
    // pg's pool says that it has ended before its connections have: one may still hear that the database goes down, too.
    this.#stopped = true;
  }
}
