import type { Rule } from '@plumbline/rules';
import type { Kysely } from 'kysely';
import type { Env } from './env.ts';
import { RuleCatalogue } from './features/rules/rule-catalogue.ts';
import { serve, type HttpServer } from './http/serve.ts';
import { WEB_DIRECTORY } from './http/web-app.ts';
import { readHeader } from './scan/read-header.ts';
import type { ScanRunner } from './scan/scan-runner.ts';
import type { Tables } from './store/tables.ts';

/**
 * Serves the API, the dashboard and the playground at one address.
 * @throws what `listen` does, for example `EADDRINUSE`
 */
export function startHttpServer({
  db,
  scans,
  env,
  rules,
}: {
  readonly db: Kysely<Tables>;
  readonly scans: ScanRunner;
  readonly env: Pick<Env, 'host' | 'port' | 'snapshots'>;
  readonly rules: readonly Rule[];
}): Promise<HttpServer> {
  const parts = {
    db,
    scans,
    catalogue: new RuleCatalogue(rules),
    readHeader: (snapshot: string) => readHeader(snapshot, { directory: env.snapshots }),
    snapshotDirectory: env.snapshots,
  };
  return serve(parts, { host: env.host, port: env.port, webDirectory: WEB_DIRECTORY });
}
