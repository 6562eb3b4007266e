import { SEVERITIES } from '@plumbline/rules';
import { sql, type Kysely } from 'kysely';
import type { ScanStatus, Tables } from '../store/tables.ts';
import type { Metrics } from './metrics.ts';

/** Counting a million resources takes a while. */
const RESOURCES_EVERY_MS = 60_000;
/** A scan may be seen only some time after the moment that it says it ended at: when it is committed. */
const LATE = '1 minute';

interface EndedScan {
  readonly id: string;
  readonly status: ScanStatus;
  readonly finished_at: Date;
  readonly seconds: number;
}

/** Reads from the store what it knows better than this process. */
export class StoreMetrics {
  readonly #db: Kysely<Tables>;
  readonly #metrics: Metrics;
  readonly #start = new Date(Date.now() - process.uptime() * 1000);
  #since = this.#start;
  #counted = new Set<string>();
  #resourcesAt = -Infinity;
  #reading: Promise<void> | null = null;

  constructor(db: Kysely<Tables>, metrics: Metrics) {
    this.#db = db;
    this.#metrics = metrics;
  }

  /** Brings the metrics up to date. Asked again meanwhile, it reads only once. */
  async read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    await this.#reading;
  }

  async #readAll(): Promise<void> {
    const { databaseUp, jobs, findings } = this.#metrics;
    try {
      await Promise.all([this.#scans(), this.#jobs(), this.#findings(), this.#resources()]);
      databaseUp.set(1);
    } catch {
      databaseUp.set(0);
      jobs.reset();
      findings.reset();
    }
  }

  async #scans(): Promise<void> {
    const { rows } = await sql<EndedScan>`
      select id, status, finished_at, extract(epoch from finished_at - started_at)::float8 as seconds
      from scan where finished_at > ${this.#since}::timestamptz - ${LATE}::interval order by finished_at`.execute(
      this.#db,
    );
    for (const { id, status, seconds, finished_at } of rows) {
      if (this.#counted.has(id) || finished_at < this.#start) continue;
      this.#metrics.scans.inc({ status });
      this.#metrics.scanDuration.observe(seconds);
      this.#since = finished_at;
    }
    this.#counted = new Set(rows.map(({ id }) => id));
  }

  async #jobs(): Promise<void> {
    const { rows } = await sql<{ status: string; n: number }>`
      select status, count(*)::int as n from scan_account where status in ('QUEUED', 'RUNNING') group by 1`.execute(
      this.#db,
    );
    for (const status of ['QUEUED', 'RUNNING'])
      this.#metrics.jobs.set({ status }, rows.find((row) => row.status === status)?.n ?? 0);
  }

  async #findings(): Promise<void> {
    const { rows } = await sql<{ result: string; severity: number; n: number }>`
      select result, severity, sum(n)::int as n from finding_count group by 1, 2`.execute(this.#db);
    this.#metrics.findings.reset();
    for (const { result, severity, n } of rows)
      this.#metrics.findings.set({ result, severity: SEVERITIES[severity - 1] ?? 'info' }, n);
  }

  async #resources(): Promise<void> {
    if (performance.now() - this.#resourcesAt < RESOURCES_EVERY_MS) return;
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from resource where deleted_at is null`.execute(this.#db);
    this.#metrics.resources.set(rows[0]?.n ?? 0);
    this.#resourcesAt = performance.now();
  }
}
