import { Router } from 'express';
import type { Readiness } from './readiness.ts';

/** `/healthz`: the process is up. `/readyz`: so is what it needs. */
export function health(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    const reason = await readiness.reason();
    if (reason === null) response.type('text').send('ready\n');
    else response.status(503).type('text').send(`${reason}\n`);
  });
  return router;
}
