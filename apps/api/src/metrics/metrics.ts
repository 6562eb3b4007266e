import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SCAN_SECONDS = [1, 5, 15, 60, 300, 900, 3600];

/** What is measured. No label takes more than a hundred or so values. */
export class Metrics {
  readonly registry = new Registry();
  readonly #in = { registers: [this.registry] };

  readonly requests = new Histogram({
    ...this.#in,
    name: 'plumbline_graphql_request_duration_seconds',
    help: 'GraphQL operations, by name (the first 100; then "other") and outcome: ok, refused, timeout, gone (the caller went away) or error.',
    labelNames: ['operation', 'type', 'outcome'],
    buckets: SECONDS,
  });
  readonly statements = new Histogram({
    ...this.#in,
    name: 'plumbline_database_statement_duration_seconds',
    help: 'Statements that were sent to the database: by requests, or by scans.',
    labelNames: ['by'],
    buckets: SECONDS,
  });
  readonly slowStatements = new Counter({
    ...this.#in,
    name: 'plumbline_database_slow_statements_total',
    help: 'Statements slower than PLUMBLINE_SLOW_MS: of requests, or of scans.',
    labelNames: ['by'],
  });
  readonly connections = new Gauge({
    ...this.#in,
    name: 'plumbline_database_connections',
    help: 'Connections that serve requests: open ones, idle ones, and requests that wait for one.',
    labelNames: ['state'],
  });
  readonly scans = new Counter({
    ...this.#in,
    name: 'plumbline_scans_total',
    help: 'Scans that ended while this server ran, by outcome.',
    labelNames: ['status'],
  });
  readonly scanDuration = new Histogram({
    ...this.#in,
    name: 'plumbline_scan_duration_seconds',
    help: 'Scans that ended while this server ran, from start to end.',
    buckets: SCAN_SECONDS,
  });
  readonly jobs = new Gauge({
    ...this.#in,
    name: 'plumbline_scan_jobs',
    help: 'Accounts that wait to be scanned or are being scanned.',
    labelNames: ['status'],
  });
  readonly findings = new Gauge({
    ...this.#in,
    name: 'plumbline_findings',
    help: 'Findings, by result and severity.',
    labelNames: ['result', 'severity'],
  });
  readonly resources = new Gauge({
    ...this.#in,
    name: 'plumbline_resources',
    help: 'Resources that are there, counted once a minute.',
  });
  readonly databaseUp = new Gauge({
    ...this.#in,
    name: 'plumbline_database_up',
    help: '1 when the database answered, else 0; then what it would have told is missing.',
  });

  readonly #updates: (() => unknown)[] = [];

  /** Has what is not counted as it happens brought up to date before it is read. */
  onRead(update: () => unknown): void {
    this.#updates.push(update);
  }

  /** As Prometheus reads it. */
  async text(): Promise<string> {
    await Promise.all(this.#updates.map((update) => update()));
    return this.registry.metrics();
  }
}
