import type { Pool } from 'pg';
import type { Log } from '../logging/log.ts';
import { currentRequest } from '../requests/ongoing-request.ts';
import type { ScanStatements } from '../scan/start-scan-runner.ts';
import type { Watch } from '../store/connect.ts';
import type { Metrics } from './metrics.ts';

/** Measures what requests ask of the database, and writes down what is slow: its text, never its values. */
export function watchDatabase(metrics: Metrics, log: Log, slowMs: number): Watch {
  return {
    opened: (pool) => watchPool(pool, metrics),
    executed: (sql, durationMs) => {
      metrics.statements.observe({ by: 'request' }, durationMs / 1000);
      if (durationMs < slowMs) return;
      metrics.slowStatements.inc({ by: 'request' });
      const request = currentRequest();
      tellSlow(request?.log ?? log, sql, durationMs, { operation: request?.operation?.name ?? undefined });
    },
  };
}

/** The same for what scans ask of it, each in a thread of its own. */
export function watchScans(metrics: Metrics, log: Log, slowMs: number): ScanStatements {
  return {
    slowMs,
    told: ({ durationsMs, slow }, part) => {
      for (const durationMs of durationsMs) metrics.statements.observe({ by: 'scan' }, durationMs / 1000);
      for (const { sql, durationMs } of slow) {
        metrics.slowStatements.inc({ by: 'scan' });
        tellSlow(log, sql, durationMs, part);
      }
    },
  };
}

function tellSlow(log: Log, sql: string, durationMs: number, by: object): void {
  const took = Math.round(durationMs);
  log.warn({ sql: sql.replaceAll(/\s+/g, ' ').trim(), durationMs: took, ...by }, `A statement took ${took} ms.`);
}

function watchPool(pool: Pool, metrics: Metrics): void {
  metrics.onRead(() => {
    metrics.connections.set({ state: 'open' }, pool.totalCount);
    metrics.connections.set({ state: 'idle' }, pool.idleCount);
    metrics.connections.set({ state: 'waiting' }, pool.waitingCount);
  });
}
