import { severityOf } from '../graphql/severity.ts';
import type { Metrics } from './metrics.ts';
import type { StoreFigures } from './store-figures.repository.ts';

/** Counting a million resources takes a while. */
const RESOURCES_EVERY_MS = 60_000;

/** Reads from the store what it knows better than this process. */
export class StoreMetrics {
  readonly #figures: StoreFigures;
  readonly #metrics: Metrics;
  readonly #start = new Date(Date.now() - process.uptime() * 1000);
  #since = this.#start;
  #counted = new Set<string>();
  #resourcesAt = -Infinity;
  #reading: Promise<void> | null = null;

  constructor(figures: StoreFigures, metrics: Metrics) {
    this.#figures = figures;
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
    const ended = await this.#figures.endedScans(this.#since);
    for (const { id, status, seconds, finished_at } of ended) {
      if (this.#counted.has(id) || finished_at < this.#start) continue;
      this.#metrics.scans.inc({ status });
      this.#metrics.scanDuration.observe(seconds);
      this.#since = finished_at;
    }
    this.#counted = new Set(ended.map(({ id }) => id));
  }

  async #jobs(): Promise<void> {
    const jobs = await this.#figures.jobs();
    for (const status of ['QUEUED', 'RUNNING'])
      this.#metrics.jobs.set({ status }, jobs.find((row) => row.status === status)?.n ?? 0);
  }

  async #findings(): Promise<void> {
    const findings = await this.#figures.findings();
    this.#metrics.findings.reset();
    for (const { result, severity, n } of findings)
      this.#metrics.findings.set({ result, severity: severityOf(severity) }, n);
  }

  async #resources(): Promise<void> {
    if (performance.now() - this.#resourcesAt < RESOURCES_EVERY_MS) return;
    this.#metrics.resources.set(await this.#figures.resources());
    this.#resourcesAt = performance.now();
  }
}
