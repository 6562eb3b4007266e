import type { Pool } from 'pg';
import type { Log } from '../logging/log.ts';
import { currentRequest } from '../requests/ongoing-request.ts';
import type { Watch } from '../store/connect.ts';
import type { Metrics } from './metrics.ts';

/** Measures what requests ask of the database, and writes down what is slow: its text, never its values. */
export function watchDatabase(metrics: Metrics, log: Log, slowMs: number): Watch {
  return {
    opened: (pool) => watchPool(pool, metrics),
    executed: (sql, durationMs) => {
      metrics.statements.observe(durationMs / 1000);
      if (durationMs < slowMs) return;
      metrics.slowStatements.inc();
      const request = currentRequest();
      (request?.log ?? log).warn(
        {
          sql: sql.replaceAll(/\s+/g, ' ').trim(),
          durationMs: Math.round(durationMs),
          operation: request?.operation?.name ?? undefined,
        },
        `A statement took ${Math.round(durationMs)} ms.`,
      );
    },
  };
}

function watchPool(pool: Pool, metrics: Metrics): void {
  metrics.onRead(() => {
    metrics.connections.set({ state: 'open' }, pool.totalCount);
    metrics.connections.set({ state: 'idle' }, pool.idleCount);
    metrics.connections.set({ state: 'waiting' }, pool.waitingCount);
  });
}
