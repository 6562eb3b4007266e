import { Router } from 'express';
import type { Metrics } from '../metrics/metrics.ts';

/** `/metrics`, for Prometheus. Like all else it is answered only to those on this machine. */
export function metricsPage(metrics: Metrics): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.set('content-type', metrics.registry.contentType).send(await metrics.text());
  });
  return router;
}
