import type { Rule } from '@plumbline/rules';
import { collectDefaultMetrics } from 'prom-client';
import type { Env } from './env.ts';
import { RuleCatalogue } from './features/rules/rule-catalogue.ts';
import { serve, type HttpServer } from './http/serve.ts';
import { WEB_DIRECTORY } from './http/web-app.ts';
import { TIMEOUTS } from './http/timeouts.ts';
import type { Log } from './logging/log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { StoreFigures } from './metrics/store-figures.repository.ts';
import { StoreMetrics } from './metrics/store-metrics.ts';
import { watchDatabase } from './metrics/watch-database.ts';
import type { AccountRemovals } from './removal/account-removals.ts';
import { readHeader } from './scan/read-header.ts';
import type { ScanRunner } from './scan/scan-runner.ts';
import { connect } from './store/connect.ts';
import { databaseProblem, setupProblem } from './store/store-checks.ts';
import type { Store } from './store/store.ts';

const CONNECTIONS = 10;

/**
 * Serves the API, the dashboard and the playground at one address.
 * @throws what `listen` does, for example `EADDRINUSE`
 */
export async function startHttpServer({
  store,
  scans,
  removals,
  env,
  rules,
  log,
  metrics,
}: {
  readonly store: Store;
  readonly scans: ScanRunner;
  readonly removals: AccountRemovals;
  readonly env: Pick<Env, 'host' | 'port' | 'slowMs' | 'snapshots'>;
  readonly rules: readonly Rule[];
  readonly log: Log;
  readonly metrics: Metrics;
}): Promise<HttpServer> {
  // Connections of its own: what scans and migrations do may take longer.
  collectDefaultMetrics({ register: metrics.registry });
  const connection = { ...store.connection, statement_timeout: TIMEOUTS.statement };
  const db = connect(connection, CONNECTIONS, watchDatabase(metrics, log, env.slowMs));
  const stored = new StoreMetrics(new StoreFigures(db), metrics);
  metrics.onRead(() => stored.read());
  const parts = {
    db,
    scans,
    removals,
    catalogue: new RuleCatalogue(rules),
    readHeader: (snapshot: string) => readHeader(snapshot, { directory: env.snapshots }),
    snapshotDirectory: env.snapshots,
  };
  try {
    const server = await serve(parts, {
      host: env.host,
      port: env.port,
      webDirectory: WEB_DIRECTORY,
      log,
      metrics,
      checks: [() => databaseProblem(db), () => setupProblem(db)],
    });
    const stop = async () => {
      await server.stop();
      await db.destroy();
    };
    return { url: server.url, stop };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
